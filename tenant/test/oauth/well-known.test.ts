import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { test } from 'node:test';

import { importJWK, importX509, jwtVerify } from 'jose';

import { isObject, type JsonObject } from '../../src/protocol/json.ts';
import { newSigningKey } from '../../src/state/keys/signing-key.ts';
import { ada } from '../testing/accounts.ts';
import { jsonOf } from '../testing/browser.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

test('the discovery document names the issuer with its slash, and S256 alone', async () => {
  const { app } = setUpTenant();
  const body = await jsonOf(await app.request(`${origin}/.well-known/openid-configuration`));

  assert.equal(body['issuer'], `${origin}/`);
  assert.equal(body['jwks_uri'], `${origin}/.well-known/jwks.json`);
  assert.deepEqual(body['code_challenge_methods_supported'], ['S256']);
});

test('what the document names is there, under both of its addresses', async () => {
  const { app } = setUpTenant();
  const document = await jsonOf(await app.request(`${origin}/.well-known/openid-configuration`));
  const alias = await app.request(`${origin}/.well-known/oauth-authorization-server`);
  const endpoints = Object.entries(document).filter(([name]) => name.endsWith('_endpoint'));

  assert.deepEqual(await jsonOf(alias), document);
  assert.ok(endpoints.length >= 5);
  for (const [name, address] of endpoints) {
    const method = /token|revocation/.test(name) ? 'POST' : 'GET';
    assert.notEqual((await app.request(String(address), { method })).status, 404, name);
  }
});

test('the published key verifies an ID token, and holds nothing private', async () => {
  const tenant = setUpTenant();
  const { idToken } = await ada(tenant);
  const response = await tenant.app.request(`${origin}/.well-known/jwks.json`);
  const { keys } = await jsonOf(response);
  assert.ok(Array.isArray(keys) && isObject(keys[0]));
  const { protectedHeader } = await jwtVerify(idToken, await importJWK(keys[0], 'RS256'), {
    issuer: `${origin}/`,
    audience: 'ligature-spa',
    algorithms: ['RS256'],
    currentDate: new Date(tenant.nowMs()),
  });

  assert.equal(protectedHeader.kid, keys[0]['kid']);
  assert.deepEqual(Object.keys(keys[0]).sort(), [
    ...['alg', 'e', 'kid', 'kty', 'n', 'use', 'x5c', 'x5t'],
  ]);
});

test('each key has a certificate of its own, by which tokens verify too', async () => {
  const tenant = setUpTenant();
  tenant.state.signer.replaceKeys([await newSigningKey(), await newSigningKey()]);
  const { idToken } = await ada(tenant);
  const answers = [await keysOf(tenant), await keysOf(tenant)];
  const [keys = []] = answers;
  const certificates = keys.map(({ x5c }) => {
    assert.ok(Array.isArray(x5c) && x5c.length === 1);

    return new X509Certificate(Buffer.from(String(x5c[0]), 'base64'));
  });

  assert.deepEqual(answers[1], keys);
  assert.equal(new Set(certificates.map(({ fingerprint }) => fingerprint)).size, 2);
  for (const [index, certificate] of certificates.entries()) {
    assert.equal(certificate.subject, 'CN=localhost');
    assert.ok(certificate.checkIssued(certificate));
    assert.ok(certificate.verify(certificate.publicKey));
    assert.equal(certificate.publicKey.export({ format: 'jwk' }).n, keys[index]?.['n']);
    assert.equal(
      keys[index]?.['x5t'],
      createHash('sha1').update(certificate.raw).digest('base64url'),
    );
  }
  const pem = certificates[0]?.toString() ?? '';
  await jwtVerify(idToken, await importX509(pem, 'RS256'), {
    currentDate: new Date(tenant.nowMs()),
  });
});

async function keysOf({ app }: TestTenant): Promise<readonly JsonObject[]> {
  const { keys } = await jsonOf(await app.request(`${origin}/.well-known/jwks.json`));
  assert.ok(Array.isArray(keys));

  return keys.filter(isObject);
}
