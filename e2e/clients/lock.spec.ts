import { expect, test } from '@playwright/test';

import { clientOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { bundledLock, onPage, serveClient } from './client-page.ts';
import { reset } from './tenant-pages.ts';

const setUp = `
  // What a popup brings is read by nobody on the way, so that its claims are not beside it.
  const claimsOf = (token) => JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
  const lock = new Auth0Lock(settings.clientId, settings.tenant, {
    configurationBaseUrl: settings.tenant,
    avatar: null,
    auth: {
      redirect: !location.search.includes('popup'),
      redirectUrl: settings.redirectUri,
      responseType: 'token id_token',
      params: { scope: settings.scope },
    },
    overrides: {
      __tenant: 'local',
      __token_issuer: settings.tenant + '/',
      __jwks_uri: settings.tenant + '/.well-known/jwks.json',
    },
  });
  window.signedIn = new Promise((resolve) => {
    lock.on('authenticated', ({ idToken, idTokenPayload = claimsOf(idToken) }) => resolve(idTokenPayload));
    lock.on('authorization_error', resolve);
  });`;

let stop: () => Promise<void>;

test.beforeAll(async () => {
  await reset();
  stop = await serveClient(await bundledLock(), setUp);
});
test.afterAll(async () => {
  await stop();
});

test('auth0-lock 14 signs in with a password', async ({ page }) => {
  await page.goto(clientOrigin);
  await onPage(page, 'void lock.show()');
  await page.getByPlaceholder('yours@example.com').fill(ada.email);
  await page.getByPlaceholder('your password').fill(ada.password);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.waitForURL(`${clientOrigin}/callback**`);

  expect(await onPage(page, 'window.signedIn')).toMatchObject({ sub: ada.userId });
});

test(
  'auth0-lock 14 signs in at a provider in a popup, and stays on its page',
  matrix,
  async ({ page }) => {
    await page.goto(`${clientOrigin}/?popup`);
    await onPage(page, 'void lock.show()');
    const opened = page.waitForEvent('popup');
    await page.getByText('Sign in with Google').click();
    const popup = await opened;
    await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

    expect(await onPage(page, 'window.signedIn')).toMatchObject({
      sub: expect.stringMatching(/^google-oauth2\|/),
    });
    expect(new URL(page.url()).pathname).toBe('/');
  },
);
