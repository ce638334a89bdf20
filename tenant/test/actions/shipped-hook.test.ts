import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { compileAction } from '../../src/state/config/compile-action.ts';
import type { PostLoginApi, PostLoginEvent } from '../../src/state/config/post-login-hook.ts';
import { withIdentity } from '../../src/state/people/user.ts';
import { Browser, claimsOf, tokensFrom } from '../testing/browser.ts';
import { machine } from '../testing/requests.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const file = new URL('../../hooks/on-post-login.js', import.meta.url);
const claim = 'https://ligature.example/suggestions';

/** The shipped action, whose requests go to the tenant under test. */
function setUp(fetch: (tenant: TestTenant) => typeof globalThis.fetch): TestTenant {
  const tenant = setUpTenant();
  const hook = compileAction(
    {
      name: 'Suggest accounts',
      code: readFileSync(file, 'utf8'),
      file: file.pathname,
      secrets: {
        TENANT: '##TENANT_ORIGIN##',
        CLIENT_ID: machine.client_id,
        CLIENT_SECRET: machine.client_secret,
      },
    },
    `${origin}/`,
    { globals: { fetch: fetch(tenant) } },
  );
  tenant.state.config.postLogin = [hook];

  return tenant;
}

const toTheTenant = (tenant: TestTenant) => async (input: unknown, init?: RequestInit) =>
  tenant.app.request(String(input), init);

const suggestionsFor = async (tenant: TestTenant, connection: string, email: string) => {
  const { idToken } = await tokensFrom(
    tenant,
    await new Browser(tenant).signInAt(connection, email),
  );

  return claimsOf(idToken)[claim];
};

test('another account with the same verified address is told by its connection alone', async () => {
  const tenant = setUp(toTheTenant);
  const suggestions = await suggestionsFor(tenant, 'google-oauth2', 'ada@example.com');

  assert.deepEqual(suggestions, [
    { connection: 'Username-Password-Authentication', strategy: 'auth0' },
  ]);
  assert.doesNotMatch(JSON.stringify(suggestions), /@|\|/);
});

for (const [who, provider, written, signsInAs] of [
  ['whoever signs in', 'google-oauth2', 'Ada@Example.com', 'Ada@Example.com'],
  ['the other account', 'auth0', 'ADA@example.com', 'ada@example.com'],
] as const) {
  test(`an address with capitals is the same address: ${who}`, async () => {
    const tenant = setUp(toTheTenant);
    const { users } = tenant.state;
    const user = users
      .withEmail('ada@example.com')
      .find((one) => one.identities[0].provider === provider);
    assert.ok(user);
    const [identity] = user.identities;
    const profile = { ...identity.profile, email: written };
    users.put(withIdentity(user, { ...identity, profile }));

    assert.deepEqual(await suggestionsFor(tenant, 'google-oauth2', signsInAs), [
      { connection: 'Username-Password-Authentication', strategy: 'auth0' },
    ]);
  });
}

test('whose address nobody else has, or is not verified, gets no suggestion', async () => {
  const tenant = setUp(toTheTenant);

  assert.equal(await suggestionsFor(tenant, 'google-oauth2', 'alan.turing@example.org'), undefined);
  assert.equal(await suggestionsFor(tenant, 'facebook', 'ada@exarnple.com'), undefined);
});

test('a sign-in goes through when the Management API does not answer', async () => {
  const tenant = setUp(() => () => Promise.reject(new TypeError('fetch failed')));

  assert.equal(await suggestionsFor(tenant, 'google-oauth2', 'ada@example.com'), undefined);
});

test('code that is no action is refused when the tenant starts', () => {
  const action = { name: 'Broken', file: 'broken.js', secrets: {} };
  const compile = (code: string) => () => compileAction({ ...action, code }, `${origin}/`);

  assert.throws(compile('exports.somethingElse = 1;'), /exports no onExecutePostLogin/);
  assert.throws(compile('const axios = require("axios");'), /asks for axios/);
  assert.throws(compile('}'), /Broken cannot be read/);
});

test('an action sees its secrets, and the tenant’s address in them', async () => {
  const hook = compileAction(
    {
      name: 'Secrets',
      code: 'exports.onExecutePostLogin = (event, api) => api.access.deny(event.secrets.WHERE);',
      file: 'secrets.js',
      secrets: { WHERE: '##TENANT_ORIGIN##/x' },
    },
    `${origin}/`,
  );
  const tenant = setUpTenant();
  const seen: string[] = [];
  tenant.state.config.postLogin = [
    {
      ...hook,
      onExecutePostLogin: (event: PostLoginEvent, api: PostLoginApi) => {
        seen.push(event.secrets['WHERE'] ?? '');

        return hook.onExecutePostLogin(event, api);
      },
    },
  ];
  await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843');

  assert.deepEqual(seen, [`${origin}/x`]);
});
