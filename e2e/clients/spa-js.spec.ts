import { expect, test, type Page } from '@playwright/test';

import { clientOrigin, clientTenantOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, grace } from '../testing/people.ts';
import { onPage, serveClient, shipped } from './client-page.ts';
import { reset, signInWithPassword } from './tenant-pages.ts';

const setUp = `
  const client = new auth0.Auth0Client({
    domain: settings.tenant,
    clientId: settings.clientId,
    authorizationParams: {
      redirect_uri: settings.redirectUri,
      audience: settings.audience,
      scope: settings.scope,
    },
    ...JSON.parse(new URL(location.href).searchParams.get('options') ?? sessionStorage.options ?? '{}'),
  });`;

/** Opens a page with the SDK as it is shipped, and signs Ada in by redirect. */
async function signedIn(page: Page, options = '{}'): Promise<void> {
  await page.goto(`${clientOrigin}/?${new URLSearchParams({ options }).toString()}`);
  // The callback's page is made anew, and has to know them too.
  await onPage(page, `sessionStorage.setItem('options', ${JSON.stringify(options)})`);
  await onPage(page, 'client.loginWithRedirect().then(() => null)');
  await signInWithPassword(page, ada);
  await page.waitForURL(`${clientOrigin}/callback?**`);
  await onPage(page, 'client.handleRedirectCallback().then(() => null)');
}

const user = (page: Page) => onPage(page, 'client.getUser()');

test.describe('@auth0/auth0-spa-js, as it is shipped', () => {
  let stop: () => Promise<void>;

  test.beforeAll(async () => {
    stop = await serveClient(
      await shipped('@auth0/auth0-spa-js/dist/auth0-spa-js.production.js'),
      setUp,
    );
  });
  test.beforeEach(reset);
  test.afterAll(async () => {
    await stop();
  });

  test('signs in by redirect, and renews in the silent frame', async ({ page }) => {
    await signedIn(page);
    expect(await user(page)).toMatchObject({ sub: ada.userId, email: ada.email });

    const before = await onPage(page, 'client.getTokenSilently()');
    const after = await onPage(page, "client.getTokenSilently({ cacheMode: 'off' })");
    expect(after).toEqual(expect.any(String));
    expect(after).not.toBe(before);
  });

  test(
    'is told in the silent frame that nobody is signed in',
    matrix,
    async ({ page, context }) => {
      await signedIn(page);
      await context.clearCookies();
      const error = await onPage(
        page,
        "client.getTokenSilently({ cacheMode: 'off' }).catch(({ error }) => error)",
      );

      expect(error).toBe('login_required');
    },
  );

  test('signs in through a window, as somebody else, and cancels one', matrix, async ({ page }) => {
    await signedIn(page);
    const opened = page.waitForEvent('popup');
    const finished = onPage(
      page,
      "client.loginWithPopup({ authorizationParams: { prompt: 'login' } }).then(() => 'done')",
    );
    await signInWithPassword(await opened, grace);
    expect(await finished).toBe('done');
    expect(await user(page)).toMatchObject({ email: grace.email });

    const another = page.waitForEvent('popup');
    const cancelled = onPage(
      page,
      "client.loginWithPopup({ authorizationParams: { prompt: 'login' } }).catch(({ error }) => error)",
    );
    await (await another).close();
    expect(await cancelled).toBe('cancelled');
  });

  test('renews with refresh tokens that rotate', matrix, async ({ page, context }) => {
    await signedIn(page, '{"useRefreshTokens":true,"cacheLocation":"localstorage"}');
    const refreshToken =
      'JSON.stringify(localStorage).match(/refresh_token[^a-zA-Z]+([^\\\\]+)/)[1]';
    const first = await onPage(page, refreshToken);
    // Without the cookie only the token itself can be what renews.
    await context.clearCookies();
    await onPage(page, "client.getTokenSilently({ cacheMode: 'off' })");
    const second = await onPage(page, refreshToken);
    await onPage(page, "client.getTokenSilently({ cacheMode: 'off' })");

    expect(first).toEqual(expect.any(String));
    expect(second).not.toBe(first);
    expect(await user(page)).toMatchObject({ sub: ada.userId });
  });

  test('binds its tokens to a key (DPoP), and calls with them', matrix, async ({ page }) => {
    await signedIn(page, '{"useDpop":true}');
    const status = await onPage(
      page,
      `client.createFetcher({ baseUrl: settings.tenant, dpopNonceId: 'tenant' })
         .fetchWithAuth('/userinfo').then((response) => response.json())`,
    );

    expect(status).toMatchObject({ sub: ada.userId });
    const claims = await onPage(
      page,
      "client.getTokenSilently().then((token) => JSON.parse(atob(token.split('.')[1])))",
    );
    expect(claims).toMatchObject({
      iss: `${clientTenantOrigin}/`,
      cnf: { jkt: expect.any(String) },
    });
  });

  test('signs out, at the tenant too', matrix, async ({ page }) => {
    await signedIn(page);
    await onPage(page, 'void client.logout({ logoutParams: { returnTo: location.origin } })');
    await page.waitForURL(`${clientOrigin}/`);
    const error = await onPage(page, 'client.getTokenSilently().catch(({ error }) => error)');

    expect(error).toBe('login_required');
  });
});
