import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withSpa } from '../testing/seeds.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

const apis = ['/oauth/token', '/userinfo', '/.well-known/jwks.json', '/api/v2/users/auth0%7C1'];

test('a preflight from a listed origin is answered before anything is checked', async () => {
  const { app } = setUpTenant();

  for (const path of apis) {
    const response = await app.request(`${origin}${path}`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:4200' },
    });
    assert.equal(response.status, 204, path);
    assert.equal(response.headers.get('access-control-allow-origin'), 'http://localhost:4200');
    assert.equal(
      response.headers.get('access-control-allow-headers'),
      'authorization, content-type, auth0-client, dpop, x-request-language',
    );
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /PATCH.*DELETE/);
  }
});

test('refusals can be read by a listed origin, with the headers it needs', async () => {
  const { app } = setUpTenant();

  for (const path of ['/api/v2/users/auth0%7C1', '/userinfo', '/api/v2/nothing']) {
    const response = await app.request(`${origin}${path}`, {
      headers: { origin: 'http://127.0.0.1:4200' },
    });
    assert.equal(response.headers.get('access-control-allow-origin'), 'http://127.0.0.1:4200');
    assert.match(
      response.headers.get('access-control-expose-headers') ?? '',
      /^DPoP-Nonce, WWW-Authenticate/,
    );
    assert.equal(response.headers.get('vary'), 'Origin');
  }
});

test('an origin that no client lists is not echoed, and there is never a star', async () => {
  const { app } = setUpTenant();

  for (const from of ['http://evil.example', 'http://localhost:4201', 'null', '']) {
    for (const method of ['OPTIONS', 'GET']) {
      const response = await app.request(`${origin}/.well-known/jwks.json`, {
        method,
        headers: { origin: from },
      });
      assert.equal(response.headers.get('access-control-allow-origin'), null, from);
    }
  }
});

test('an origin is known however its owner wrote it, and a native application has none', async () => {
  const { app } = setUpTenant(
    withSpa({ web_origins: ['HTTPS://App.Example/'], callbacks: ['com.example.app://callback'] }),
  );
  const echoed = async (from: string) => {
    const answer = await app.request(`${origin}/.well-known/jwks.json`, {
      headers: { origin: from },
    });

    return answer.headers.get('access-control-allow-origin');
  };

  assert.equal(await echoed('https://app.example'), 'https://app.example');
  assert.equal(await echoed('null'), null);
});
