import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mock, test } from 'node:test';
import { reportsApi, reportsAudience } from './reports-api.ts';

const tenant = 'http://localhost:4400';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }];
const good = {
  iss: `${tenant}/`,
  sub: 'auth0|ada',
  aud: [reportsAudience, `${tenant}/userinfo`],
  exp: Date.now() / 1000 + 60,
};

mock.method(globalThis, 'fetch', () => Promise.resolve(Response.json({ keys })));

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function tokenOf(claims: object, kid = 'one'): string {
  const signed = `${encoded({ alg: 'RS256', kid })}.${encoded(claims)}`;

  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

const ask = (token: string) =>
  reportsApi(tenant)({ headers: { authorization: `Bearer ${token}` } });

test('says who is asking, by a token of the tenant for its own audience', async () => {
  assert.deepEqual(await ask(tokenOf(good)), { status: 200, body: { subject: 'auth0|ada' } });
});

for (const [what, token] of Object.entries({
  'for another audience': tokenOf({ ...good, aud: `${tenant}/api/v2/` }),
  'of another tenant': tokenOf({ ...good, iss: 'https://else.example/' }),
  'that has expired': tokenOf({ ...good, exp: Date.now() / 1000 - 1 }),
  'of a key that nobody knows': tokenOf(good, 'two'),
  'that was changed': `${tokenOf(good).slice(0, -8)}AAAAAAAA`,
  'that is none': 'token',
})) {
  test(`refuses a token ${what}`, async () => {
    assert.equal((await ask(token)).status, 401);
  });
}
