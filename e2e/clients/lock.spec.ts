import { expect, test } from '@playwright/test';

import { clientOrigin } from '../addresses.ts';
import { ada } from '../people.ts';
import { bundledLock, onPage, serveClient } from './client-page.ts';
import { reset } from './tenant-pages.ts';

const setUp = `
  const lock = new Auth0Lock(settings.clientId, settings.tenant, {
    configurationBaseUrl: settings.tenant,
    avatar: null,
    auth: {
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
    lock.on('authenticated', ({ idTokenPayload }) => resolve(idTokenPayload));
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
