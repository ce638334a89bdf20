import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { test } from 'node:test';

import { SignJWT } from 'jose';

import { JsonReader } from '../../src/protocol/json-reader.ts';
import { parseClientKeys } from '../../src/seed/parse/parse-client-keys.ts';
import type { Seed } from '../../src/state/config/seed.ts';
import { assertRefused, granted, machine, postForm } from '../testing/requests.ts';
import { managementAudience, origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const { client_id } = machine;

/** The machine of the seed, with a key in the place of its secret. */
const withKey = (seed: Seed): Seed => ({
  ...seed,
  clients: seed.clients.map((client) =>
    client.client_id === client_id
      ? { ...client, assertion_keys: [{ pem, alg: 'RS256' }] }
      : client,
  ),
});

type Claims = Readonly<Record<string, unknown>>;

/** What the machine signs, except for what a test changes. */
function assertion(tenant: TestTenant, claims: Claims = {}, key = privateKey): Promise<string> {
  const exp = tenant.nowMs() / 1000 + 60;
  const all = { iss: client_id, sub: client_id, aud: `${origin}/`, exp, jti: randomUUID() };

  return new SignJWT({ ...all, ...claims }).setProtectedHeader({ alg: 'RS256' }).sign(key);
}

const ask = (tenant: TestTenant, client_assertion: string, fields = {}) =>
  postForm(tenant, '/oauth/token', {
    grant_type: 'client_credentials',
    audience: managementAudience,
    client_assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    ...fields,
  });

const refusal = (reason: string) =>
  [401, 'invalid_client', `Failed to verify the client assertion: ${reason}`] as const;

test('a signed assertion proves a client, which need not name itself otherwise', async () => {
  const tenant = setUpTenant(withKey);
  const https = { aud: `${origin.replace('http:', 'https:')}/` };
  await granted(await ask(tenant, await assertion(tenant)));
  await granted(await ask(tenant, await assertion(tenant, https), { client_id }));
  await granted(await ask(tenant, await assertion(tenant, { aud: [`${origin}/oauth/token`] })));
});

test('an assertion is good once', async () => {
  const tenant = setUpTenant(withKey);
  const signed = await assertion(tenant);
  await granted(await ask(tenant, signed));
  await assertRefused(await ask(tenant, signed), ...refusal('jti was seen already'));
});

test('what is wrong with an assertion is told', async () => {
  const tenant = setUpTenant(withKey);
  const nowSeconds = tenant.nowMs() / 1000;
  const cases: readonly (readonly [Claims, string])[] = [
    [{ iss: 'another' }, 'iss and sub must be the client_id'],
    [{ aud: 'https://elsewhere.example/' }, 'aud is for another server'],
    [{ exp: nowSeconds }, 'exp is over or too far off'],
    [{ exp: nowSeconds + 301 }, 'exp is over or too far off'],
    [{ jti: '' }, 'jti is missing'],
  ];
  for (const [claims, reason] of cases) {
    const answer = await ask(tenant, await assertion(tenant, claims), { client_id });
    await assertRefused(answer, ...refusal(reason));
  }
});

test('another key, another type and the secret prove nothing', async () => {
  const tenant = setUpTenant(withKey);
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const forged = await ask(tenant, await assertion(tenant, {}, other));
  await assertRefused(forged, ...refusal('it is not signed by a key of the client'));
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const untyped = { client_assertion_type: 'x' };
  const wrong = await ask(tenant, await assertion(tenant), untyped);
  await assertRefused(wrong, ...refusal(`client_assertion_type must be ${type}`));
  const secret = await postForm(tenant, '/oauth/token', {
    grant_type: 'client_credentials',
    ...machine,
  });
  assert.equal(secret.status, 401);
});

test('the keys are read in the format of the Deploy CLI', () => {
  const read = (credential: object) =>
    parseClientKeys(
      new JsonReader(
        { client_authentication_methods: { private_key_jwt: { credentials: [credential] } } },
        '',
      ),
    );

  assert.deepEqual(read({ credential_type: 'public_key', name: 'a key', pem }), [
    { pem, alg: 'RS256' },
  ]);
  assert.throws(() => read({ id: 'cred_1' }), /pem is missing/);
  assert.throws(() => read({ pem: 'x' }), /pem is not a public key/);
});
