import assert from 'node:assert/strict';
import { test } from 'node:test';

import { namesAudience } from '../../src/oauth/tokens/token-checks.ts';
import { adaAtGoogle, call, linkWith, ada, password } from '../testing/accounts.ts';
import { allScopes, Browser, claimsOf, codeOf, exchange, text } from '../testing/browser.ts';
import { assertRefused, granted, postForm } from '../testing/requests.ts';
import { withManagementApi, withSpa } from '../testing/seeds.ts';
import { managementAudience, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const scope = `${allScopes} offline_access`;
const unknown = 'Unknown or invalid refresh token.';

async function signedIn(tenant: TestTenant, params: Readonly<Record<string, string>> = {}) {
  const answer = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
    scope,
    ...params,
  });

  return granted(await exchange(tenant, codeOf(answer)));
}

const renew = (
  tenant: TestTenant,
  refresh_token: unknown,
  fields: Readonly<Record<string, string>> = {},
) =>
  postForm(tenant, '/oauth/token', {
    grant_type: 'refresh_token',
    client_id: 'ligature-spa',
    refresh_token: text(refresh_token),
    ...fields,
  });

test('offline_access brings a refresh token, which brings new tokens and its own successor', async () => {
  const tenant = setUpTenant();
  const first = await signedIn(tenant);
  tenant.pass(10);
  const second = await granted(await renew(tenant, first['refresh_token']));
  const access = claimsOf(text(second['access_token']));
  const id = claimsOf(text(second['id_token']));

  assert.equal(first['scope'], scope);
  assert.notEqual(second['refresh_token'], first['refresh_token']);
  assert.equal(access['sub'], claimsOf(text(first['access_token']))['sub']);
  assert.equal(access['iat'], tenant.nowMs() / 1000);
  assert.equal(access['scope'], scope);
  assert.equal(second['token_type'], 'Bearer');
  assert.equal(id['nonce'], undefined);
  assert.equal(id['auth_time'], tenant.nowMs() / 1000 - 10);
});

test('a person has 200 refresh tokens at a client; one more ends the oldest', async () => {
  const tenant = setUpTenant();
  const [first, second] = [await signedIn(tenant), await signedIn(tenant)];
  for (let count = 2; count <= 200; count += 1) await signedIn(tenant);

  await assertRefused(await renew(tenant, first['refresh_token']), 403, 'invalid_grant', unknown);
  await granted(await renew(tenant, second['refresh_token']));
});

test('without offline_access, or where the API does not allow it, there is no refresh token', async () => {
  const plain = await signedIn(setUpTenant(), { scope: allScopes });
  const forbidden = await signedIn(setUpTenant(withManagementApi({ allow_offline_access: false })));
  const ungranted = await signedIn(setUpTenant(withSpa({ grant_types: ['authorization_code'] })));

  for (const body of [plain, forbidden, ungranted]) {
    assert.equal(body['refresh_token'], undefined);
    assert.equal(body['scope'], allScopes);
  }
});

test('a refresh token that comes twice is refused, and ends its whole family', async () => {
  const tenant = setUpTenant();
  const first = await signedIn(tenant);
  const second = await granted(await renew(tenant, first['refresh_token']));

  await assertRefused(await renew(tenant, first['refresh_token']), 403, 'invalid_grant', unknown);
  await assertRefused(await renew(tenant, second['refresh_token']), 403, 'invalid_grant', unknown);
});

test('within the overlap the token before the newest still works, and the one before it does not', async () => {
  const refresh_token = { rotation_type: 'rotating', leeway: 10 } as const;
  const tenant = setUpTenant((seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({
      ...client,
      refresh_token: { ...client.refresh_token, ...refresh_token },
    })),
  }));
  const first = await signedIn(tenant);
  const second = await granted(await renew(tenant, first['refresh_token']));
  tenant.pass(9);
  const again = await granted(await renew(tenant, first['refresh_token']));
  const third = await granted(await renew(tenant, again['refresh_token']));
  assert.notEqual(again['refresh_token'], second['refresh_token']);

  await assertRefused(await renew(tenant, first['refresh_token']), 403, 'invalid_grant', unknown);
  await assertRefused(await renew(tenant, third['refresh_token']), 403, 'invalid_grant', unknown);
});

test('after the overlap a token that comes again ends its family', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({
      ...client,
      refresh_token: { ...client.refresh_token, leeway: 10 },
    })),
  }));
  const first = await signedIn(tenant);
  const second = await granted(await renew(tenant, first['refresh_token']));
  tenant.pass(10);

  await assertRefused(await renew(tenant, first['refresh_token']), 403, 'invalid_grant');
  await assertRefused(await renew(tenant, second['refresh_token']), 403, 'invalid_grant');
});

test('tokens that do not rotate work again and again, until they idle out', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({
      ...client,
      refresh_token: { ...client.refresh_token, rotation_type: 'non-rotating' },
    })),
  }));
  const { refresh_token: token } = await signedIn(tenant);
  for (let day = 0; day < 3; day += 1) {
    tenant.pass(86_400);
    assert.equal((await granted(await renew(tenant, token)))['refresh_token'], undefined);
  }
  tenant.pass(1_296_000);

  await assertRefused(await renew(tenant, token), 403, 'invalid_grant', unknown);
});

test('a family ends with its lifetime, however often it was renewed', async () => {
  const tenant = setUpTenant();
  let { refresh_token: token } = await signedIn(tenant);
  for (let week = 0; week < 4; week += 1) {
    tenant.pass(7 * 86_400);
    ({ refresh_token: token } = await granted(await renew(tenant, token)));
  }
  tenant.pass(2 * 86_400);

  await assertRefused(await renew(tenant, token), 403, 'invalid_grant', unknown);
});

test('less scope may be asked for at a renewal, and more is not given', async () => {
  const tenant = setUpTenant();
  const { refresh_token: token } = await signedIn(tenant);
  const narrow = await granted(
    await renew(tenant, token, { scope: 'openid read:current_user read:users phone' }),
  );
  const wide = await granted(await renew(tenant, narrow['refresh_token']));

  assert.equal(narrow['scope'], 'openid read:current_user');
  assert.equal(wide['scope'], scope);
});

test('a token of an account that was linked away is refused, also after it is an account again', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  const answer = await new Browser(tenant).signInAt('google-oauth2', 'ada@example.com', { scope });
  const { refresh_token: token } = await granted(await exchange(tenant, codeOf(answer)));
  const words = "The refresh_token was generated for a user who doesn't exist anymore.";
  await linkWith(tenant, primary, { link_with: secondary.idToken });
  await assertRefused(await renew(tenant, token), 403, 'invalid_grant', words);
  tenant.pass(1);
  const [provider = '', id = ''] = secondary.id.split('|');
  const path = `${encodeURIComponent(primary.id)}/identities/${provider}/${id}`;
  assert.equal((await call(tenant, 'DELETE', path, primary.accessToken)).status, 200);

  await assertRefused(await renew(tenant, token), 403, 'invalid_grant', words);
});

test('a deleted user and a blocked one get no new tokens, in the words the SDK looks for', async () => {
  const tenant = setUpTenant();
  const first = await signedIn(tenant);
  const found = tenant.state.users.findByEmail(password, 'ada@example.com');
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });
  const blocked = await renew(tenant, first['refresh_token']);
  await assertRefused(blocked, 403, 'unauthorized', 'user is blocked');
  tenant.state.users.remove(found.user.user_id);

  await assertRefused(await renew(tenant, first['refresh_token']), 403, 'invalid_grant');
});

test('a refresh token is for the client it was given to', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    clients: [
      ...seed.clients,
      ...seed.clients
        .filter(({ client_id }) => client_id === 'ligature-spa')
        .map((client) => ({ ...client, client_id: 'another' })),
    ],
  }));
  const { refresh_token: token } = await signedIn(tenant);

  await assertRefused(
    await renew(tenant, token, { client_id: 'another' }),
    403,
    'invalid_grant',
    unknown,
  );
  await assertRefused(await renew(tenant, 'nothing'), 403, 'invalid_grant', unknown);
  assert.equal((await renew(tenant, token)).status, 200);
});

test('SEC-05: a replayed code takes the refresh token back too', async () => {
  const tenant = setUpTenant();
  const answer = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', { scope });
  const code = codeOf(answer);
  const { refresh_token: token } = await granted(await exchange(tenant, code));
  await assertRefused(await exchange(tenant, code), 403, 'invalid_grant');

  await assertRefused(await renew(tenant, token), 403, 'invalid_grant', unknown);
});

test('an access token of a family that has ended is still good: nobody can call it back', async () => {
  const tenant = setUpTenant();
  const first = await signedIn(tenant);
  await renew(tenant, first['refresh_token']);
  await renew(tenant, first['refresh_token']);
  const accessToken = text(first['access_token']);
  const path = encodeURIComponent(text(claimsOf(accessToken)['sub']));

  assert.equal((await call(tenant, 'GET', path, accessToken)).status, 200);
});

const revoke = (tenant: TestTenant, fields: Readonly<Record<string, string>>) =>
  postForm(tenant, '/oauth/revoke', { client_id: 'ligature-spa', ...fields });

test('a revoked refresh token is refused, and the answer is empty, known or not', async () => {
  const tenant = setUpTenant();
  const first = await signedIn(tenant);
  for (const token of [text(first['refresh_token']), 'nothing']) {
    const response = await revoke(tenant, { token, token_type_hint: 'refresh_token' });
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
  }

  await assertRefused(await renew(tenant, first['refresh_token']), 403, 'invalid_grant', unknown);
  await assertRefused(await revoke(tenant, {}), 400, 'invalid_request');
  await assertRefused(
    await revoke(tenant, { client_id: 'nobody', token: 'x' }),
    401,
    'invalid_client',
  );
});

test('a tenant that is set so takes the access tokens of the grant back too', async () => {
  for (const [revokesGrantWithRefreshToken, status] of [
    [false, 200],
    [true, 401],
  ] as const) {
    const tenant = setUpTenant((seed) => ({
      ...seed,
      settings: { ...seed.settings, revokesGrantWithRefreshToken },
    }));
    const first = await signedIn(tenant, { audience: managementAudience });
    await revoke(tenant, { token: text(first['refresh_token']) });
    const accessToken = text(first['access_token']);
    const path = encodeURIComponent(text(claimsOf(accessToken)['sub']));
    assert.equal((await call(tenant, 'GET', path, accessToken)).status, status);
  }
});

test('a refresh token brings tokens for another API where the client has a policy for it', async () => {
  const reports = 'https://reports.ligature.example/';
  const tenant = setUpTenant();
  const first = await signedIn(tenant);
  const second = await granted(
    await renew(tenant, first['refresh_token'], {
      audience: reports,
      scope: 'openid read:reports',
    }),
  );
  const access = claimsOf(text(second['access_token']));

  assert.ok(namesAudience(access, reports));
  assert.equal(access['scope'], 'openid read:reports');
  assert.equal(access['sub'], claimsOf(text(first['access_token']))['sub']);

  const third = await granted(await renew(tenant, second['refresh_token']));
  assert.equal(third['scope'], scope);
});

test('an API without a policy, and a scope that the policy has not, are left out without a word', async () => {
  const reports = 'https://reports.ligature.example/';
  const policies = [{ audience: 'https://other.example/', scope: ['read:all'] }];
  const tenant = setUpTenant((seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({
      ...client,
      refresh_token: { ...client.refresh_token, policies },
    })),
  }));
  const first = await signedIn(tenant);
  const second = await granted(await renew(tenant, first['refresh_token'], { audience: reports }));

  assert.ok(namesAudience(claimsOf(text(second['access_token'])), managementAudience));
  const narrow = setUpTenant();
  const { refresh_token: token } = await signedIn(narrow);
  const third = await granted(
    await renew(narrow, token, { audience: reports, scope: 'openid write:reports' }),
  );
  assert.equal(third['scope'], 'openid');
});
