import { expect, test, type Page } from '@playwright/test';
import { ManagementClient } from 'auth0';

import { clientOrigin, clientTenantOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { onPage, serveClient, shipped } from './client-page.ts';
import { reset, signInWithPassword } from './tenant-pages.ts';

/** A page as portals have had it since 2021: a second client signs in by a window, and its ID token links as JSON. */
const setUp = `
  const client = new auth0.Auth0Client({
    domain: settings.tenant,
    clientId: settings.clientId,
    authorizationParams: {
      redirect_uri: settings.redirectUri,
      audience: settings.audience,
      scope: settings.scope + ' update:current_user_identities',
    },
  });
  const call = async (method, path, body) => {
    const { sub } = await client.getUser();
    const response = await fetch(settings.audience + 'users/' + sub + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer ' + (await client.getTokenSilently()),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  const link = async () => {
    const second = new auth0.Auth0Client({ domain: settings.tenant, clientId: settings.clientId });
    await second.loginWithPopup({
      authorizationParams: { max_age: 0, scope: 'openid email', redirect_uri: settings.redirectUri },
    });
    const { __raw, email_verified } = await second.getIdTokenClaims();
    return email_verified ? call('POST', '/identities', { link_with: __raw }) : 'not verified';
  };`;

let stop: () => Promise<void>;

test.beforeAll(async () => {
  stop = await serveClient(
    await shipped('@auth0/auth0-spa-js/dist/auth0-spa-js.production.js'),
    setUp,
  );
});
test.beforeEach(async ({ page }) => {
  await reset();
  await page.goto(clientOrigin);
  await onPage(page, 'client.loginWithRedirect().then(() => null)');
  await signInWithPassword(page, ada);
  await page.waitForURL(`${clientOrigin}/callback?**`);
  await onPage(page, 'client.handleRedirectCallback().then(() => null)');
});
test.afterAll(async () => {
  await stop();
});

/** The providers of the account, as the page reads them. */
async function providers(page: Page): Promise<readonly string[]> {
  const { json } = (await onPage(page, "call('GET', '')")) as {
    readonly json: { readonly identities: readonly { readonly provider: string }[] };
  };

  return json.identities.map(({ provider }) => provider);
}

test(
  'a second client proves the account in a window, and the first one links it',
  matrix,
  async ({ page }) => {
    const opened = page.waitForEvent('popup');
    const linking = onPage(page, 'link()');
    const popup = await opened;
    await popup.getByRole('button', { name: 'Continue with Google' }).click();
    await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

    expect(await linking).toMatchObject({ status: 201 });
    expect(await providers(page)).toEqual(['auth0', 'google-oauth2']);

    const [, id] = ada.googleId.split('|');
    expect(await onPage(page, `call('DELETE', '/identities/google-oauth2/${id}')`)).toMatchObject({
      status: 200,
    });
    expect(await providers(page)).toEqual(['auth0']);
  },
);

test(
  'a server suggests the accounts of the same verified e-mail, merges and links them',
  matrix,
  async ({ page }) => {
    const { sub, email } = (await onPage(page, 'client.getUser()')) as {
      readonly sub: string;
      readonly email: string;
    };
    const management = serverClient();
    const { user_metadata: own = {} } = await management.users.get(sub);
    const suggested = [];
    for await (const user of await management.users.list({
      search_engine: 'v3',
      q: `email:"${email}" AND email_verified:true AND NOT user_id:"${sub}"`,
    })) {
      suggested.push(user);
    }
    expect(suggested.map(({ user_id }) => user_id)).toContain(ada.googleId);

    const byEmail = await management.users.listUsersByEmail({ email });
    expect(byEmail.map(({ user_id }) => user_id)).toEqual(
      expect.arrayContaining([sub, ada.googleId]),
    );

    // The settings first: with the link those of the other account are gone.
    const { user_metadata: theirs = {} } = await management.users.get(ada.googleId);
    await management.users.update(sub, { user_metadata: { ...theirs, ...own } });
    const [provider = '', user_id = ''] = ada.googleId.split('|');
    const identities = await management.users.identities.link(sub, {
      provider: provider as 'google-oauth2',
      user_id,
    });

    expect(identities.map((identity) => identity.provider)).toEqual(['auth0', 'google-oauth2']);
    expect(await providers(page)).toEqual(['auth0', 'google-oauth2']);
    const merged = await management.users.get(sub);
    expect(merged.user_metadata).toEqual({ ...theirs, ...own });
  },
);

/** Auth0's own client for servers; only that it insists on https is put right on the way. */
function serverClient(): ManagementClient {
  const domain = new URL(clientTenantOrigin).host;

  return new ManagementClient({
    domain,
    clientId: 'ligature-m2m',
    clientSecret: 'local-only-machine-secret',
    fetch: (input, init) => {
      const address = input instanceof Request ? input.url : String(input);

      return fetch(address.replace(`https://${domain}`, clientTenantOrigin), init);
    },
  });
}
