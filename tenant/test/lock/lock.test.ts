import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../testing/browser.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

test('Lock learns a client’s connections from a script that names the client', async () => {
  const { app } = setUpTenant();
  const response = await app.request(`${origin}/client/ligature-spa.js?t1`);
  const script = await response.text();
  const json = /^Auth0\.setClient\((.*)\);$/.exec(script)?.[1] ?? '';
  const settings: unknown = JSON.parse(json);

  assert.match(response.headers.get('content-type') ?? '', /^application\/javascript/);
  assert.ok(typeof settings === 'object' && settings !== null && 'strategies' in settings);
  assert.deepEqual(Object.entries(settings).slice(0, 2), [
    ['id', 'ligature-spa'],
    ['tenant', 'local'],
  ]);
  assert.match(json, /"name":"auth0","connections":\[\{"name":"Username-Password-Authentication"/);
  assert.match(json, /"name":"sms","connections":\[\{"name":"sms"/);
  assert.doesNotMatch(json, /secret/);
});

test('an unknown client has no script', async () => {
  assert.equal((await setUpTenant().app.request(`${origin}/client/nobody.js`)).status, 404);
});

test('the classic questions of the SDK get their answers, with cookies allowed', async () => {
  const { app } = setUpTenant();
  const headers = { origin: 'http://localhost:4200' };
  const sso = await app.request(`${origin}/user/ssodata?client_id=x`, { headers });
  const country = await app.request(`${origin}/user/geoloc/country`, { headers });

  assert.deepEqual(await jsonOf(sso), { sso: false });
  assert.equal(sso.headers.get('access-control-allow-credentials'), 'true');
  assert.equal((await jsonOf(country))['countryCode'], 'US');
});

test('only the endpoints that need the browser’s cookies allow them to other origins', async () => {
  const { app } = setUpTenant();
  const allows = async (path: string) => {
    const response = await app.request(`${origin}${path}`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:4200' },
    });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), 'http://localhost:4200');

    return response.headers.get('access-control-allow-credentials');
  };

  for (const path of ['/co/authenticate', '/user/ssodata', '/usernamepassword/challenge']) {
    assert.equal(await allows(path), 'true', path);
  }
  for (const path of [
    '/oauth/token',
    '/passwordless/start',
    '/dbconnections/signup',
    '/userinfo',
  ]) {
    assert.equal(await allows(path), null, path);
  }
});
