import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';

import { exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

import { isObject } from '../../../src/protocol/json.ts';
import { accountFrom, ada, adaAtGoogle, at, call, linkWith } from '../../testing/accounts.ts';
import { Browser, claimsOf, jsonOf, tokensFrom } from '../../testing/browser.ts';
import { setUpTenant } from '../../testing/tenant.ts';

async function setUp() {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  const accounts = () => [tenant.state.users.get(primary.id), tenant.state.users.get(secondary.id)];
  const before = accounts();

  return {
    tenant,
    primary,
    secondary,
    post: (body: unknown) => linkWith(tenant, primary, body),
    unchanged: () => {
      assert.deepEqual(accounts(), before);
      assert.ok(before.every((account) => account !== undefined));
    },
  };
}

test('the second account’s identity is appended, with every profileData in the answer', async () => {
  const { tenant, primary, secondary, post } = await setUp();
  const response = await post({ link_with: secondary.idToken });
  const identities: unknown = await response.json();

  assert.equal(response.status, 201);
  assert.ok(Array.isArray(identities));
  assert.deepEqual(
    identities.map((identity: unknown) =>
      isObject(identity) ? [identity['provider'], isObject(identity['profileData'])] : [],
    ),
    [
      ['auth0', true],
      ['google-oauth2', true],
    ],
  );
  assert.equal(tenant.state.users.get(primary.id)?.identities.length, 2);
});

test('the second account is gone and its metadata is discarded; the first keeps its own', async () => {
  const { tenant, primary, secondary, post } = await setUp();
  const metadata = tenant.state.users.get(primary.id)?.user_metadata;
  await post({ link_with: secondary.idToken });

  assert.equal(tenant.state.users.get(secondary.id), undefined);
  assert.deepEqual(tenant.state.users.get(primary.id)?.user_metadata, metadata);
  const asked = await call(tenant, 'GET', secondary.id, secondary.accessToken);
  assert.equal(asked.status, 404);
});

test('a sign-in with the linked account is the first account’s from then on, and so is its session', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const browser = new Browser(tenant);
  const secondary = await accountFrom(
    tenant,
    await browser.signInAt('google-oauth2', 'ada@example.com'),
  );
  await linkWith(tenant, primary, { link_with: secondary.idToken });
  const silent = await tokensFrom(tenant, await browser.authorize({ prompt: 'none' }));

  assert.equal(claimsOf(silent.idToken)['sub'], primary.id);
  assert.equal((await adaAtGoogle(tenant)).id, primary.id);
});

test('an account with several identities is absorbed whole', async () => {
  const { tenant, primary, post } = await setUp();
  const margaret = await at(tenant, 'google-oauth2', 'margaret.hamilton@example.org');
  await post({ link_with: margaret.idToken });

  assert.deepEqual(
    tenant.state.users.get(primary.id)?.identities.map(({ provider }) => provider),
    ['auth0', 'auth0', 'google-oauth2', 'facebook'],
  );
});

test('neither a verified e-mail nor a fresh sign-in is asked for, as at Auth0', async () => {
  const { tenant, post } = await setUp();
  const lookAlike = await at(tenant, 'facebook', 'ada@exarnple.com');
  tenant.pass(3600);

  assert.equal((await post({ link_with: lookAlike.idToken })).status, 201);
});

test('an account cannot be linked to itself', async () => {
  const { primary, post, unchanged } = await setUp();
  const response = await post({ link_with: primary.idToken });

  assert.equal(response.status, 400);
  assert.equal((await jsonOf(response))['message'], 'Main identity and the new one are the same.');
  unchanged();
});

test('the same token again finds the identity linked already, without an errorCode', async () => {
  const { secondary, post } = await setUp();
  await post({ link_with: secondary.idToken });
  const response = await post({ link_with: secondary.idToken });

  assert.equal(response.status, 409);
  assert.deepEqual(await jsonOf(response), {
    statusCode: 409,
    error: 'Conflict',
    message: 'Specified identity already exists.',
  });
});

test('an account that is gone cannot be linked', async () => {
  const { tenant, secondary, post } = await setUp();
  tenant.state.users.remove(secondary.id);
  const response = await post({ link_with: secondary.idToken });

  assert.equal(response.status, 400);
  assert.equal((await jsonOf(response))['message'], 'Provided secondary account not found.');
});

test('SEC-15: a token that this tenant did not sign proves nothing', async () => {
  const { tenant, secondary, post, unchanged } = await setUp();
  const claims = claimsOf(secondary.idToken);
  const [header = '', payload = '', signature = ''] = secondary.idToken.split('.');
  const { kid } = await jwk(tenant);
  const { privateKey } = await generateKeyPair('RS256');
  const publicKey = await importJWK(await jwk(tenant), 'RS256', { extractable: true });
  assert.ok(!(publicKey instanceof Uint8Array));
  const confused = `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${payload}`;
  const mac = createHmac('sha256', await exportSPKI(publicKey)).update(confused);
  const sign = (headers: { alg: string; kid?: string }) =>
    new SignJWT(claims).setProtectedHeader(headers).sign(privateKey);
  const forged = {
    'unknown key': await sign({ alg: 'RS256', kid: 'another' }),
    'no kid': await sign({ alg: 'RS256' }),
    'right kid, wrong signature': await sign({ alg: 'RS256', ...(kid !== undefined && { kid }) }),
    'public key as a secret': `${confused}.${mac.digest('base64url')}`,
    'alg none': `${encoded({ alg: 'none' })}.${payload}.`,
    'changed payload': `${header}.${encoded({ ...claims, name: 'x' })}.${signature}`,
    'no signature': `${header}.${payload}`,
    'no token': secondary.id,
  };

  for (const [name, token] of Object.entries(forged)) {
    const response = await post({ link_with: token });
    assert.equal(response.status, 400, name);
    assert.match(String((await jsonOf(response))['message']), /\(link_with\)/, name);
  }
  unchanged();
});

test('a token of another algorithm is refused as such, and one without a right signature as invalid', async () => {
  const { tenant, secondary, post, unchanged } = await setUp();
  const [header = '', payload = ''] = secondary.idToken.split('.');
  const shared = await new SignJWT(claimsOf(secondary.idToken))
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('a secret that is long enough for it'));
  const cases = [
    [shared, 'JWT (link_with) must have an alg of RS256.'],
    [`${header}.${payload}.AAAA`, 'Invalid token (link_with).'],
    [
      await tenant.signer.sign({ ...claimsOf(secondary.idToken), exp: tenant.nowMs() / 1000 }),
      'Invalid token (link_with).',
    ],
  ] as const;

  for (const [link_with, message] of cases) {
    assert.deepEqual(await jsonOf(await post({ link_with })), {
      statusCode: 400,
      error: 'Bad Request',
      message,
    });
  }
  unchanged();
});

test('SEC-16: a token for another client is refused', async () => {
  const { tenant, secondary, post, unchanged } = await setUp();
  const claims = claimsOf(secondary.idToken);
  const response = await post({
    link_with: await tenant.signer.sign({ ...claims, aud: 'ligature-m2m' }),
  });

  assert.equal(response.status, 400);
  assert.equal(
    (await jsonOf(response))['message'],
    "JWT (link_with) must have an aud claim that matches that of the calling token's azp.",
  );
  unchanged();
});

test('each claim of link_with is checked, and refused in its own words', async () => {
  const { tenant, secondary, post, unchanged } = await setUp();
  const claims = claimsOf(secondary.idToken);
  const cases = [
    [
      { iss: 'http://127.0.0.1:4400/' },
      'JWT (link_with) must have the same issuer as the calling user.',
    ],
    [{ exp: tenant.nowMs() / 1000 }, 'Invalid token (link_with).'],
    [{ exp: undefined }, 'Invalid token (link_with).'],
    [{ aud: ['ligature-spa'] }, 'JWT (link_with) contains an invalid aud claim.'],
    [{ sub: undefined }, 'JWT (link_with) must contains sub claim.'],
    [{ sub: 'nobar' }, 'JWT (link_with) contains an invalid sub claim.'],
    [{ sub: 7 }, 'JWT (link_with) contains an invalid sub claim.'],
  ] as const;

  for (const [change, message] of cases) {
    const response = await post({ link_with: await tenant.signer.sign({ ...claims, ...change }) });
    assert.equal(response.status, 400, message);
    assert.equal((await jsonOf(response))['message'], message);
  }
  unchanged();
});

test('an access token is no proof of an account', async () => {
  const { secondary, post, unchanged } = await setUp();

  assert.equal((await post({ link_with: secondary.accessToken })).status, 400);
  unchanged();
});

test('SEC-18: a token without update:current_user_identities neither links nor unlinks', async () => {
  const { tenant, secondary } = await setUp();
  const scope = 'openid read:current_user update:current_user_metadata';
  const { accessToken, idToken } = await tokensFrom(
    tenant,
    await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', { scope }),
  );
  const id = String(claimsOf(idToken)['sub']);
  const before = tenant.state.users.get(id);
  const attempts = [
    await call(tenant, 'POST', `${id}/identities`, accessToken, { link_with: secondary.idToken }),
    await call(tenant, 'DELETE', `${id}/identities/auth0/x`, accessToken),
  ];

  for (const response of attempts) {
    assert.equal(response.status, 403);
    assert.equal((await jsonOf(response))['errorCode'], 'insufficient_scope');
  }
  assert.equal(tenant.state.users.get(id), before);
});

test('SEC-19: naming an account instead of proving it is refused', async () => {
  const { secondary, post, unchanged } = await setUp();
  const [provider, user_id] = secondary.id.split('|');
  const response = await post({ provider, user_id });

  assert.equal(response.status, 403);
  assert.equal((await jsonOf(response))['errorCode'], 'insufficient_scope');
  unchanged();
});

test('SEC-20: a body that is not exactly one proof is refused, and nothing changes', async () => {
  const { secondary, post, unchanged } = await setUp();
  const link_with = secondary.idToken;
  const refused = {
    both: { link_with, provider: 'google-oauth2', user_id: secondary.id },
    empty: {},
    array: [{ link_with }],
    'unknown property': { link_with, force: true },
    'not a string': { link_with: { token: link_with } },
    'one megabyte': { link_with: 'x'.repeat(1_000_000) },
  };

  for (const [name, body] of Object.entries(refused)) {
    const response = await post(body);
    assert.equal(response.status, 400, name);
    assert.equal((await jsonOf(response))['statusCode'], 400, name);
  }
  unchanged();
});

test('a primary that is gone meanwhile is not found', async () => {
  const { tenant, primary, secondary, post } = await setUp();
  tenant.state.users.remove(primary.id);
  const response = await post({ link_with: secondary.idToken });

  assert.equal(response.status, 404);
  assert.equal((await jsonOf(response))['errorCode'], 'inexistent_user');
});

async function jwk(tenant: ReturnType<typeof setUpTenant>): Promise<JWK> {
  const { keys } = await tenant.signer.publicKeys();
  assert.ok(Array.isArray(keys) && isObject(keys[0]));

  return keys[0];
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
