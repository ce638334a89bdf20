import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle, linkWith } from '../testing/accounts.ts';
import { Browser, claimsOf, jsonOf, tokensFrom } from '../testing/browser.ts';
import { listOf, manage } from '../testing/machine.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const database = 'Username-Password-Authentication';

async function create(tenant: TestTenant, person: object) {
  const body = { connection: database, password: 'Analytical-1843', ...person };

  return jsonOf(await manage(tenant, 'create:users', 'POST', 'users', body));
}

/** As a real tenant would have it: the host is all that differs (contract §12). */
const atAuth0 = (picture: unknown) => String(picture).replace(origin, 'https://s.gravatar.com');

test('whoever brings no picture has the one of the recordings, at the tenant’s own address', async () => {
  const chuck = await create(setUpTenant(), { email: 'chuck@example.com' });

  assert.equal(
    atAuth0(chuck['picture']),
    'https://s.gravatar.com/avatar/0b79e7da7bc7877560620cf8f2cc93ae?s=480&r=pg&d=https%3A%2F%2Fcdn.auth0.com%2Favatars%2Fch.png',
  );
});

test('the letters are those of the name, if one was given', async () => {
  const tenant = setUpTenant();
  const rows = [
    [{ name: 'John3 Doe' }, 'jd'],
    [{ given_name: 'Chuck', family_name: 'Sanchez' }, 'cs'],
    [{ name: 'Ōkubo' }, 'ok'],
    [{ name: '王小明' }, 'default'],
    [{}, 'ax'],
  ] as const;
  const drawn = await Promise.all(
    rows.map(async ([person], index) => {
      const email = index === 3 ? '42@example.com' : `a${index}x@example.com`;
      const { picture } = await create(tenant, { email, ...person });

      return new URL(String(picture)).searchParams.get('d');
    }),
  );

  assert.deepEqual(
    drawn,
    rows.map(([, letters]) => `https://cdn.auth0.com/avatars/${letters}.png`),
  );
});

test('a picture that was given is told everywhere as it is', async () => {
  const tenant = setUpTenant();
  const picture = 'https://example-picture-url.jpg';
  const user = await create(tenant, { email: 'chuck@example.com', picture });
  const signedIn = await new Browser(tenant).signIn('chuck@example.com', 'Analytical-1843');

  assert.equal(user['picture'], picture);
  assert.equal(claimsOf((await tokensFrom(tenant, signedIn)).idToken)['picture'], picture);
});

test('user, ID token, /userinfo and Action know the same picture, and only with the scope', async () => {
  const tenant = setUpTenant();
  const heard: unknown[] = [];
  tenant.state.config.postLogin = [
    { secrets: {}, onExecutePostLogin: ({ user }) => void heard.push(user['picture']) },
  ];
  const { accessToken, idToken, id } = await ada(tenant);
  const info = await jsonOf(
    await tenant.app.request(`${origin}/userinfo`, {
      headers: { authorization: `Bearer ${accessToken}` },
    }),
  );
  const user = await jsonOf(await manage(tenant, 'read:users', 'GET', `users/${id}`));
  const bare = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
    scope: 'openid email',
  });

  assert.match(atAuth0(user['picture']), /^https:\/\/s\.gravatar\.com\/avatar\/[0-9a-f]{32}\?/);
  assert.deepEqual(
    [claimsOf(idToken)['picture'], info['picture'], heard[0]],
    [user['picture'], user['picture'], user['picture']],
  );
  assert.equal('picture' in claimsOf((await tokensFrom(tenant, bare)).idToken), false);
});

test('of what was made up for an account nothing is in a profileData, but a provider sends pictures', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const google = await adaAtGoogle(tenant);
  const chuck = await create(tenant, { email: 'chuck@example.com', nickname: 'Chucky' });
  await linkWith(tenant, primary, { link_with: google.idToken });
  const linked = await listOf(
    await manage(tenant, 'update:users', 'POST', `users/${primary.id}/identities`, {
      provider: 'auth0',
      user_id: chuck['user_id'],
    }),
  );
  const [, atGoogle, database] = linked.map(({ profileData }) => profileData);

  assert.equal(chuck['name'], 'chuck@example.com');
  assert.deepEqual(database, {
    email: 'chuck@example.com',
    email_verified: false,
    nickname: 'Chucky',
  });
  assert.match(JSON.stringify(atGoogle), /"picture":"http:\/\/localhost:4400\/avatar\//);
});

test('an account that is taken out again has its made-up name and picture, and a snapshot has neither', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const chuck = await create(tenant, { email: 'chuck@example.com' });
  const path = `users/${primary.id}/identities`;
  const body = { provider: 'auth0', user_id: chuck['user_id'] };
  await manage(tenant, 'update:users', 'POST', path, body);
  await manage(
    tenant,
    'update:users',
    'DELETE',
    `${path}/${String(chuck['user_id']).replace('|', '/')}`,
  );
  const again = await jsonOf(
    await manage(tenant, 'read:users', 'GET', `users/${String(chuck['user_id'])}`),
  );
  const { users } = await jsonOf(await tenant.control.request('/snapshot'));

  assert.deepEqual([again['name'], again['picture']], [chuck['name'], chuck['picture']]);
  assert.doesNotMatch(JSON.stringify(users), /"picture"|"name":"chuck@example\.com"/);
});

test('somebody is found by the name that they are shown with', async () => {
  const tenant = setUpTenant();
  await create(tenant, { email: 'chuck@example.com' });
  const found = await listOf(
    await manage(tenant, 'read:users', 'GET', 'users?q=name:"chuck@example.com"'),
  );

  assert.equal(found.length, 1);
});

test('the tenant draws the letters itself: an image that holds no script and fetches nothing', async () => {
  const tenant = setUpTenant();
  const { picture } = await create(tenant, { email: 'chuck@example.com' });
  const response = await tenant.app.request(String(picture));
  const drawn = await response.text();

  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/svg+xml');
  assert.equal(response.headers.get('content-security-policy'), "default-src 'none'");
  assert.match(drawn, />\s*CH\s*<\/text>/);
  assert.doesNotMatch(drawn, /href|script/);
});

test('an address that is made up draws nobody’s letters and leads nowhere', async () => {
  const { app, state } = setUpTenant();
  const hash = '0'.repeat(32);
  const draw = async (path: string) => app.request(`${origin}/avatar/${path}`);
  const strange = ['', '?d=https%3A%2F%2Fevil.example%2Fx.png', '?d=%2Favatars%2F%3Cscript%3E.png'];
  for (const query of strange) {
    const drawn = await draw(`${hash}${query}`);
    assert.equal(drawn.status, 200);
    assert.doesNotMatch(await drawn.text(), /<text|evil|script/);
  }

  for (const name of ['ada', `${hash}0`, '..%2F']) assert.equal((await draw(name)).status, 404);
  assert.deepEqual(state.control.requests.list(), []);
});
