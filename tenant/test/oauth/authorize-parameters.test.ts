import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle } from '../testing/accounts.ts';
import {
  Browser,
  callbackParams,
  claimsOf,
  codeOf,
  exchange,
  locationOf,
  tokensFrom,
} from '../testing/browser.ts';
import { assertRefused, granted } from '../testing/requests.ts';
import { changed, secret, withSpa, withWebApp } from '../testing/seeds.ts';
import { setUpTenant } from '../testing/tenant.ts';

const signInAsAda = (browser: Browser) => browser.signIn('ada@example.com', 'Analytical-1843');

test('select_account asks again, and screen_hint leads to the page for somebody new', async () => {
  const browser = new Browser(setUpTenant());
  await signInAsAda(browser);

  assert.match(locationOf(await browser.authorize({ prompt: 'select_account' })), /^\/u\/login/);
  assert.ok(codeOf(await browser.authorize({ screen_hint: 'signup' })));
  assert.match(
    locationOf(await browser.authorize({ screen_hint: 'signup', prompt: 'login' })),
    /^\/u\/signup/,
  );
});

test('an id_token_hint lets only its own person answer', async () => {
  const tenant = setUpTenant();
  const mine = await ada(tenant);
  const other = await adaAtGoogle(tenant);
  const browser = new Browser(tenant);
  await signInAsAda(browser);
  const silent = (id_token_hint: string) => browser.authorize({ id_token_hint, prompt: 'none' });

  assert.ok(codeOf(await silent(mine.idToken)));
  assert.equal(callbackParams(await silent(other.idToken)).get('error'), 'login_required');
  const page = locationOf(await browser.authorize({ id_token_hint: other.idToken }));
  const wrong = await browser.submit(page, {
    email: 'ada@example.com',
    password: 'Analytical-1843',
  });
  assert.equal(callbackParams(wrong).get('error'), 'login_required');
});

test('an id_token_hint that has expired still names its person, a forged one does not', async () => {
  const tenant = setUpTenant();
  const { idToken } = await ada(tenant);
  const browser = new Browser(tenant);
  await signInAsAda(browser);
  tenant.pass(40_000);

  assert.ok(codeOf(await browser.authorize({ id_token_hint: idToken, prompt: 'none' })));
  const forged = await browser.authorize({ id_token_hint: `${idToken.slice(0, -6)}AAAAAA` });
  assert.equal(callbackParams(forged).get('error'), 'invalid_request');
});

test('a sign-in belongs to the browser it was started in', async () => {
  const tenant = setUpTenant();
  const page = locationOf(await new Browser(tenant).authorize());
  const another = new Browser(tenant);
  await another.authorize();
  const response = await another.submit(page, {
    email: 'ada@example.com',
    password: 'Analytical-1843',
  });

  assert.equal(response.status, 400);
  assert.match(await response.text(), /Started in another browser/);
  assert.equal(another.session, '');
});

test('two tabs of one browser sign in beside each other', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const [first, second] = [
    locationOf(await browser.authorize({ state: 'one' })),
    locationOf(await browser.authorize({ state: 'two' })),
  ];
  const fields = { email: 'ada@example.com', password: 'Analytical-1843' };

  assert.equal(callbackParams(await browser.submit(second, fields)).get('state'), 'two');
  assert.equal(callbackParams(await browser.submit(first, fields)).get('state'), 'one');
});

test('an organization goes into the tokens of its members', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    users: seed.users.map((user) => ({ ...user, organizations: ['acme'] })),
  }));
  const [acme] = tenant.state.config.organizations;
  assert.ok(acme);
  for (const organization of [acme.id, acme.name]) {
    const answer = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
      organization,
    });
    const { accessToken, idToken } = await tokensFrom(tenant, answer);
    assert.equal(claimsOf(idToken)['org_id'], acme.id);
    assert.equal(claimsOf(accessToken)['org_id'], acme.id);
  }
});

test('who is no member is refused, unless the connection makes members', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    users: seed.users.map((user) => ({ ...user, organizations: [] })),
  }));
  const browser = new Browser(tenant);
  const organization = 'acme';
  const refused = callbackParams(
    await browser.signIn('ada@example.com', 'Analytical-1843', { organization }),
  );
  const [member] = tenant.state.users.holdingsOf('acme-saml');
  assert.ok(member?.identity.profile.email !== undefined);
  const joined = await browser.signInAt('acme-saml', member.identity.profile.email, {
    organization,
  });

  assert.equal(refused.get('error'), 'access_denied');
  assert.match(refused.get('error_description') ?? '', /is not part of the org_\w+ organization$/);
  assert.ok(codeOf(joined));
  assert.deepEqual(tenant.state.users.get(member.user.user_id)?.organizations, ['acme']);
});

test('a client may forbid organizations, or insist on one', async () => {
  const denying = new Browser(setUpTenant(withSpa({ organization_usage: 'deny' })));
  const insisting = new Browser(setUpTenant(withSpa({ organization_usage: 'require' })));
  const denied = callbackParams(await denying.authorize({ organization: 'acme' }));
  const missing = callbackParams(await insisting.authorize());

  assert.equal(
    denied.get('error_description'),
    'parameter organization is not allowed for this client',
  );
  assert.equal(
    missing.get('error_description'),
    'parameter organization is required for this client',
  );
});

test('a web server with a secret may leave PKCE out, and its code needs the secret', async () => {
  const tenant = setUpTenant(changed(withWebApp()));
  const params = { client_id: 'web-app', code_challenge: '', code_challenge_method: '' };
  const browser = new Browser(tenant);
  const code = async () =>
    codeOf(await browser.signIn('ada@example.com', 'Analytical-1843', params));
  const fields = { client_id: 'web-app', code_verifier: '' };

  await assertRefused(await exchange(tenant, await code(), fields), 401, 'access_denied');
  await granted(await exchange(tenant, await code(), { ...fields, client_secret: secret }));
  await assertRefused(
    await exchange(tenant, await code(), { client_id: 'web-app', client_secret: secret }),
    403,
    'invalid_grant',
    'Failed to verify code verifier',
  );
});

test('an API of one’s own gets its own scopes, and only those a role gives where it is set so', async () => {
  const audience = 'https://reports.ligature.example/';
  const scope = 'openid read:reports write:reports read:current_user';
  const open = setUpTenant();
  const policed = setUpTenant((seed) => ({
    ...seed,
    apis: seed.apis.map((api) => ({ ...api, enforce_policies: true })),
    users: seed.users.map((user) => ({ ...user, roles: [] })),
  }));
  for (const [tenant, expected] of [
    [open, 'openid read:reports write:reports'],
    [policed, 'openid'],
  ] as const) {
    const answer = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
      audience,
      scope,
    });
    const tokens = await tokensFrom(tenant, answer);
    assert.equal(tokens.scope, expected);
    assert.deepEqual(claimsOf(tokens.accessToken)['aud'], [
      audience,
      'http://localhost:4400/userinfo',
    ]);
  }
});
