import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';

import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';

import { call } from '../testing/accounts.ts';
import { allScopes, Browser, claimsOf, codeOf, text, verifier } from '../testing/browser.ts';
import { assertRefused, granted, machine, postForm } from '../testing/requests.ts';
import {
  callbackUrl,
  managementAudience,
  origin,
  setUpTenant,
  type TestTenant,
} from '../testing/tenant.ts';

type Fields = Readonly<Record<string, unknown>>;

const tokenUrl = `${origin}/oauth/token`;

/** A key that can prove itself. */
async function newKey(alg = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);

  return {
    thumbprint: await calculateJwkThumbprint(jwk),
    prove: (tenant: TestTenant, claims: Fields = {}, header: Fields = {}) =>
      new SignJWT({
        htm: 'POST',
        htu: tokenUrl,
        iat: Math.floor(tenant.nowMs() / 1000),
        jti: randomUUID(),
        ...claims,
      })
        .setProtectedHeader({ typ: 'dpop+jwt', alg, jwk, ...header })
        .sign(privateKey),
  };
}

type Key = Awaited<ReturnType<typeof newKey>>;

async function newCode(tenant: TestTenant, params: Readonly<Record<string, string>> = {}) {
  const scope = `${allScopes} offline_access`;

  return codeOf(
    await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', { scope, ...params }),
  );
}

const exchange = (tenant: TestTenant, code: string, dpop: string) =>
  postForm(
    tenant,
    '/oauth/token',
    {
      grant_type: 'authorization_code',
      client_id: 'ligature-spa',
      code,
      code_verifier: verifier,
      redirect_uri: callbackUrl,
    },
    { dpop },
  );

/** The nonce that the tenant asks a public client for. */
async function nonceFrom(tenant: TestTenant, key: Key, code: string): Promise<string> {
  const response = await exchange(tenant, code, await key.prove(tenant));
  await assertRefused(
    response,
    400,
    'use_dpop_nonce',
    'Authorization server requires nonce in DPoP proof',
  );

  return text(response.headers.get('dpop-nonce'));
}

async function boundTokens(tenant: TestTenant, params: Readonly<Record<string, string>> = {}) {
  const key = await newKey();
  const code = await newCode(tenant, params);
  const nonce = await nonceFrom(tenant, key, code);
  const response = await exchange(tenant, code, await key.prove(tenant, { nonce }));

  return { key, nonce, body: await granted(response), response };
}

test('a proof binds the tokens to its key, after the tenant’s nonce was fetched', async () => {
  const tenant = setUpTenant();
  const { key, body, response, nonce } = await boundTokens(tenant);

  assert.equal(body['token_type'], 'DPoP');
  assert.deepEqual(claimsOf(text(body['access_token']))['cnf'], { jkt: key.thumbprint });
  assert.notEqual(response.headers.get('dpop-nonce'), null);
  assert.notEqual(response.headers.get('dpop-nonce'), nonce);
});

test('a code that names a key is for its holder alone', async () => {
  const tenant = setUpTenant();
  const [key, other] = [await newKey(), await newKey()];
  const code = await newCode(tenant, { dpop_jkt: key.thumbprint });
  const nonce = await nonceFrom(tenant, key, code);
  const stolen = await exchange(tenant, code, await other.prove(tenant, { nonce }));
  await assertRefused(stolen, 400, 'invalid_dpop_proof');
  const unproved = await postForm(tenant, '/oauth/token', {
    grant_type: 'authorization_code',
    client_id: 'ligature-spa',
    code,
    code_verifier: verifier,
    redirect_uri: callbackUrl,
  });
  await assertRefused(unproved, 400, 'invalid_dpop_proof');

  assert.equal((await exchange(tenant, code, await key.prove(tenant, { nonce }))).status, 200);
});

test('a proof that is not right is refused, whatever is wrong with it', async () => {
  const tenant = setUpTenant();
  const [key, other] = [await newKey(), await newKey('RS256')];
  const code = await newCode(tenant);
  const nonce = await nonceFrom(tenant, key, code);
  const nowSeconds = Math.floor(tenant.nowMs() / 1000);
  const proofs = [
    await key.prove(tenant, { nonce, htm: 'GET' }),
    await key.prove(tenant, { nonce, htu: `${origin}/userinfo` }),
    await key.prove(tenant, { nonce, htu: undefined }),
    await key.prove(tenant, { nonce, iat: nowSeconds - 661 }),
    await key.prove(tenant, { nonce, iat: nowSeconds + 61 }),
    await key.prove(tenant, { nonce, iat: undefined }),
    await key.prove(tenant, { nonce, jti: '' }),
    await key.prove(tenant, { nonce }, { typ: 'JWT' }),
    await key.prove(tenant, { nonce }, { jwk: undefined }),
    await other.prove(tenant, { nonce }),
    `${(await key.prove(tenant, { nonce })).slice(0, -6)}AAAAAA`,
    'no proof',
  ];

  for (const [index, proof] of proofs.entries()) {
    const response = await exchange(tenant, code, proof);
    assert.equal(response.status, 400, String(index));
    await assertRefused(response, 400, 'invalid_dpop_proof');
  }
  for (const wrong of ['made up', '']) {
    const response = await exchange(tenant, code, await key.prove(tenant, { nonce: wrong }));
    await assertRefused(response, 400, 'use_dpop_nonce');
  }
  assert.equal((await exchange(tenant, code, await key.prove(tenant, { nonce }))).status, 200);
});

test('a proof is good once', async () => {
  const tenant = setUpTenant();
  const key = await newKey();
  const code = await newCode(tenant);
  const proof = await key.prove(tenant, { nonce: await nonceFrom(tenant, key, code) });
  assert.equal((await exchange(tenant, code, proof)).status, 200);

  await assertRefused(await exchange(tenant, code, proof), 400, 'invalid_dpop_proof');
});

test('a nonce ends after ten minutes', async () => {
  const tenant = setUpTenant();
  const key = await newKey();
  const code = await newCode(tenant);
  const nonce = await nonceFrom(tenant, key, code);
  tenant.pass(600);

  await assertRefused(
    await exchange(tenant, code, await key.prove(tenant, { nonce })),
    400,
    'use_dpop_nonce',
  );
});

test('a refresh token that is bound to a key needs its proof', async () => {
  const tenant = setUpTenant();
  const { key, nonce, body } = await boundTokens(tenant);
  const fields = {
    grant_type: 'refresh_token',
    client_id: 'ligature-spa',
    refresh_token: text(body['refresh_token']),
  };
  const other = await (await newKey()).prove(tenant, { nonce });
  await assertRefused(await postForm(tenant, '/oauth/token', fields), 400, 'invalid_dpop_proof');
  await assertRefused(
    await postForm(tenant, '/oauth/token', fields, { dpop: other }),
    400,
    'invalid_dpop_proof',
  );
  const dpop = await key.prove(tenant, { nonce });
  const renewed = await granted(await postForm(tenant, '/oauth/token', fields, { dpop }));

  assert.equal(renewed['token_type'], 'DPoP');
});

test('userinfo takes a bound token with its proof, and with nothing less', async () => {
  for (const audience of [managementAudience, '']) {
    const tenant = setUpTenant();
    const { key, body } = await boundTokens(tenant, { audience });
    const token = text(body['access_token']);
    const ath = createHash('sha256').update(token).digest('base64url');
    const proof = (claims: Fields) =>
      key.prove(tenant, { htm: 'GET', htu: `${origin}/userinfo`, ...claims });
    const ask = (headers: Readonly<Record<string, string>>) =>
      tenant.app.request(`${origin}/userinfo`, { headers });

    const right = await ask({ authorization: `dpop  ${token}`, dpop: await proof({ ath }) });
    assert.equal(right.status, 200);
    for (const headers of [
      { authorization: `Bearer ${token}` },
      { authorization: `DPoP ${token}` },
      { authorization: `DPoP ${token}`, dpop: await proof({ ath: 'another' }) },
    ]) {
      assert.equal((await ask(headers)).status, 401);
    }
  }
});

test('the Management API takes no bound token', async () => {
  const tenant = setUpTenant();
  const { body } = await boundTokens(tenant);
  const token = text(body['access_token']);
  const path = encodeURIComponent(text(claimsOf(token)['sub']));

  assert.equal((await call(tenant, 'GET', path, token)).status, 401);
});

test('a client with a secret needs no nonce', async () => {
  const tenant = setUpTenant();
  const key = await newKey();
  const fields = { grant_type: 'client_credentials', audience: managementAudience, ...machine };
  const dpop = await key.prove(tenant);
  const body = await granted(await postForm(tenant, '/oauth/token', fields, { dpop }));

  assert.equal(body['token_type'], 'DPoP');
  assert.deepEqual(claimsOf(text(body['access_token']))['cnf'], { jkt: key.thumbprint });
});
