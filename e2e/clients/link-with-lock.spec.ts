import { expect, test, type Page } from '@playwright/test';

import { clientOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { bundledLock, onPage, serveClient } from './client-page.ts';
import { messageTo, reset } from './tenant-pages.ts';

/**
 * A page as portals have had it since 2018: Lock signs in and comes back to it. The first answer is the person's,
 * the next is linked to it by a form.
 */
const setUp = `
  const options = (more) => ({
    configurationBaseUrl: settings.tenant,
    avatar: null,
    rememberLastLogin: false,
    auth: {
      redirectUrl: settings.redirectUri,
      responseType: 'token id_token',
      audience: settings.audience,
      params: { scope: settings.scope + ' update:current_user_identities' },
    },
    overrides: {
      __tenant: 'local',
      __token_issuer: settings.tenant + '/',
      __jwks_uri: settings.tenant + '/.well-known/jwks.json',
    },
    ...more,
  });
  const make = (Lock, more) => new Lock(settings.clientId, settings.tenant, options(more));
  const lock = make(Auth0Lock, {});
  const linkBy = (Lock, connection) => {
    localStorage.linking = 'yes';
    make(Lock, { allowedConnections: [connection], passwordlessMethod: 'code' }).show();
  };
  const identities = async (method, path, body) => {
    const response = await fetch(
      settings.audience + 'users/' + localStorage.userId + '/identities' + path,
      { method, body, headers: { Authorization: 'Bearer ' + localStorage.accessToken } },
    );
    return { status: response.status, identities: await response.json() };
  };
  window.answered = new Promise((resolve) => {
    lock.on('authenticated', resolve);
    lock.on('authorization_error', resolve);
  }).then(({ accessToken, idToken, idTokenPayload, ...error }) => {
    if (idToken === undefined) return error;
    if (localStorage.linking === undefined) {
      Object.assign(localStorage, { accessToken, userId: idTokenPayload.sub });
      return { userId: idTokenPayload.sub };
    }
    localStorage.removeItem('linking');
    return identities('POST', '', new URLSearchParams({ link_with: idToken }));
  });`;

let stop: () => Promise<void>;

test.beforeAll(async () => {
  stop = await serveClient(await bundledLock(), setUp);
});
test.beforeEach(async ({ page }) => {
  await reset();
  await page.goto(clientOrigin);
  await onPage(page, 'void lock.show()');
  await page.getByPlaceholder('yours@example.com').fill(ada.email);
  await page.getByPlaceholder('your password').fill(ada.password);
  await page.getByRole('button', { name: 'Log In' }).click();
  expect(await answer(page)).toEqual({ userId: ada.userId });
});
test.afterAll(async () => {
  await stop();
});

/** What the page makes of the sign-in that has just come back to it. */
async function answer(page: Page): Promise<unknown> {
  await page.waitForURL(`${clientOrigin}/callback**`);

  return onPage(page, 'window.answered');
}

const linked = (provider: string) => ({
  status: 201,
  identities: [
    expect.objectContaining({ provider: 'auth0' }),
    expect.objectContaining({ provider }),
  ] as unknown,
});

test(
  'Lock links a provider’s account by a form, and it is unlinked again',
  matrix,
  async ({ page }) => {
    await page.goto(clientOrigin);
    await onPage(page, "void linkBy(Auth0Lock, 'google-oauth2')");
    await page.getByText('Sign in with Google').click();
    await page.getByRole('button', { name: `Continue as ${ada.email}` }).click();

    expect(await answer(page)).toEqual(linked('google-oauth2'));
    expect(
      await onPage(page, `identities('DELETE', '/${ada.googleId.replace('|', '/')}')`),
    ).toEqual({
      status: 200,
      identities: [expect.objectContaining({ provider: 'auth0' })],
    });
  },
);

for (const [connection, field, typed, address] of [
  ['sms', 'your phone number', '5555550100', '+15555550100'],
  ['email', 'yours@example.com', 'zoe@example.net', 'zoe@example.net'],
] as const) {
  test(
    `Lock links an account that a code by ${connection} has proven`,
    matrix,
    async ({ page }) => {
      await page.goto(clientOrigin);
      await onPage(page, `void linkBy(Auth0LockPasswordless, '${connection}')`);
      await page.getByPlaceholder(field).fill(typed);
      await page.getByRole('button', { name: 'Submit' }).click();
      await page.getByPlaceholder('your code').waitFor();
      const { code = '' } = await messageTo(address);
      await page.getByPlaceholder('your code').fill(code);
      await page.getByRole('button', { name: 'Submit' }).click();

      expect(await answer(page)).toEqual(linked(connection));
    },
  );
}
