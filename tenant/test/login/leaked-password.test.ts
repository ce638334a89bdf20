import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Seed } from '../../src/state/config/seed.ts';
import { withIdentity } from '../../src/state/people/user.ts';
import { password } from '../testing/accounts.ts';
import { Browser, jsonOf, locationOf } from '../testing/browser.ts';
import { postJson } from '../testing/requests.ts';
import { changed, secret, withWebApp } from '../testing/seeds.ts';
import { setUpTenant } from '../testing/tenant.ts';

const realmGrant = 'http://auth0.com/oauth/grant-type/password-realm';
const ada = { username: 'ada@example.com', password: 'Analytical-1843', realm: password };
const disclosed = /previously disclosed/;

/** Ada's password stands in a list of leaked ones. */
const withLeak = (seed: Seed): Seed => ({
  ...seed,
  users: seed.users.map((user) => {
    const [identity] = user.identities;

    return identity.password === ada.password
      ? withIdentity(user, { ...identity, password_leaked: true })
      : user;
  }),
});

test('a leaked password gets no ticket', async () => {
  const response = await new Browser(setUpTenant(withLeak)).send('/co/authenticate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:4200' },
    body: JSON.stringify({ client_id: 'ligature-spa', credential_type: realmGrant, ...ada }),
  });
  const body = await jsonOf(response);

  assert.equal(response.status, 401);
  assert.equal(body['error'], 'password_leaked');
  assert.match(String(body['error_description']), disclosed);
});

test('a leaked password gets no tokens', async () => {
  const tenant = setUpTenant(changed(withLeak, withWebApp()));
  const response = await postJson(tenant, '/oauth/token', {
    ...ada,
    client_id: 'web-app',
    client_secret: secret,
    grant_type: realmGrant,
  });

  assert.equal(response.status, 401);
  assert.equal((await jsonOf(response))['error'], 'password_leaked');
  assert.equal(tenant.state.log.entries().at(-2)?.type, 'pwd_leak');
});

test('a wrong password is wrong, leaked or not', async () => {
  const tenant = setUpTenant(changed(withLeak, withWebApp()));
  const response = await postJson(tenant, '/oauth/token', {
    ...{ ...ada, password: 'another' },
    client_id: 'web-app',
    client_secret: secret,
    grant_type: realmGrant,
  });

  assert.equal(response.status, 403);
});

test('the sign-in page says that the password was leaked, until there is a new one', async () => {
  const tenant = setUpTenant(withLeak);
  const browser = new Browser(tenant);
  const page = locationOf(await browser.authorize());
  const signIn = (typed: string) => browser.submit(page, { email: ada.username, password: typed });
  const refused = await signIn(ada.password);
  assert.match(await refused.text(), /was in a data breach/);
  const user = tenant.state.users.findByEmail(password, ada.username)?.user;
  assert.ok(user);
  const [identity] = user.identities;
  tenant.state.users.put(
    withIdentity(user, { ...identity, password: 'Unheard-of-1', password_leaked: false }),
  );

  assert.match(locationOf(await signIn('Unheard-of-1')), /[?&]code=/);
});
