import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importJWK, jwtVerify } from 'jose';

import { isObject } from '../src/protocol/json.ts';
import { ada } from './support/accounts.ts';
import { jsonOf } from './support/browser.ts';
import { origin, setUpTenant } from './support/tenant.ts';

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
    currentDate: new Date(tenant.now()),
  });

  assert.equal(protectedHeader.kid, keys[0]['kid']);
  assert.deepEqual(Object.keys(keys[0]).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use']);
});
