import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SignJWT } from 'jose';

import { accountFrom, ada, at, call } from '../../testing/accounts.ts';
import { Browser, claimsOf, jsonOf, tokensFrom } from '../../testing/browser.ts';
import { manage } from '../../testing/machine.ts';
import { origin, setUpTenant } from '../../testing/tenant.ts';

test('one’s own account comes in Auth0’s shape, without a password', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const response = await call(tenant, 'GET', encodeURIComponent(account.id), account.accessToken);
  const text = await response.clone().text();
  const user = await jsonOf(response);

  assert.equal(response.status, 200);
  assert.equal(user['user_id'], account.id);
  assert.equal(user['email'], 'ada@example.com');
  assert.deepEqual(user['identities'], [
    {
      connection: 'Username-Password-Authentication',
      user_id: account.id.replace('auth0|', ''),
      provider: 'auth0',
      isSocial: false,
    },
  ]);
  assert.equal(user['last_login'], new Date(tenant.nowMs()).toISOString());
  assert.doesNotMatch(text, /password|Analytical/);
});

test('linked identities bring their profileData, and numeric ids stay numbers', async () => {
  const tenant = setUpTenant();
  const margaret = await at(tenant, 'facebook', 'margaret@example.com');
  const grace = await at(tenant, 'github', 'grace@example.com');
  const three = await jsonOf(
    await call(tenant, 'GET', encodeURIComponent(margaret.id), margaret.accessToken),
  );
  const one = await jsonOf(
    await call(tenant, 'GET', encodeURIComponent(grace.id), grace.accessToken),
  );

  assert.match(JSON.stringify(three['identities']), /^\[\{"connection":"Username.*\{"profileData"/);
  assert.match(JSON.stringify(one['identities']), /"user_id":\d+,/);
});

test('the bar in the path may be raw or encoded', async () => {
  const tenant = setUpTenant();
  const account = await at(tenant, 'acme-saml', 'katherine.johnson@acme.example');
  assert.equal(account.id, 'samlp|acme-saml|katherine.johnson@acme.example');

  for (const path of [account.id, encodeURIComponent(account.id)]) {
    assert.equal((await call(tenant, 'GET', path, account.accessToken)).status, 200, path);
  }
});

test('fields and include_fields choose what comes', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  const keys = async (query: string) =>
    Object.keys(await jsonOf(await call(tenant, 'GET', `${id}?${query}`, accessToken)));

  assert.deepEqual(await keys('fields=user_id,email'), ['email', 'user_id']);
  assert.deepEqual(await keys('fields=user_id,email&include_fields=true'), ['email', 'user_id']);
  const without = await keys('fields=email,identities&include_fields=false');
  assert.ok(without.includes('user_metadata') && !without.includes('identities'));
  const refused = await call(tenant, 'GET', `${id}?include_fields=maybe`, accessToken);
  assert.equal(refused.status, 400);
  assert.equal((await jsonOf(refused))['errorCode'], 'invalid_query_string');
});

test('SEC-17: another person’s account is refused, whether it exists or not', async () => {
  const tenant = setUpTenant();
  const { accessToken } = await ada(tenant);
  const other = (await at(tenant, 'github', 'grace@example.com')).id;
  const calls = [
    ['GET', other, undefined],
    ['GET', 'auth0|nobody', undefined],
    ['PATCH', other, { user_metadata: { theme: 'dark' } }],
    ['POST', `${other}/identities`, { link_with: 'x' }],
    ['DELETE', `${other}/identities/github/1`, undefined],
  ] as const;
  const before = tenant.state.users.get(other);

  for (const [method, path, body] of calls) {
    const response = await call(tenant, method, path, accessToken, body);
    assert.equal(response.status, 403, `${method} ${path}`);
    assert.deepEqual(await jsonOf(response), {
      statusCode: 403,
      error: 'Forbidden',
      message: 'User to be acted on does not match subject in bearer token.',
      errorCode: 'unowned_resource',
    });
  }
  assert.equal(tenant.state.users.get(other), before);
});

test('a token without the scope is refused before anything else is told', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const { accessToken } = await tokensFrom(
    tenant,
    await browser.signIn('ada@example.com', 'Analytical-1843', { scope: 'openid' }),
  );
  const response = await call(tenant, 'GET', 'auth0|nobody', accessToken);

  assert.equal(response.status, 403);
  assert.equal((await jsonOf(response))['errorCode'], 'insufficient_scope');
});

test('a machine with any of the reference’s scopes reads an account', async () => {
  const tenant = setUpTenant();
  const path = `users/${(await ada(tenant)).id}`;

  for (const scope of ['read:users', 'read:user_idp_tokens']) {
    assert.equal((await manage(tenant, scope, 'GET', path)).status, 200, scope);
  }
  assert.equal((await manage(tenant, 'read:logs', 'GET', path)).status, 403);
});

test('an id without a bar is refused as a wrong address', async () => {
  const tenant = setUpTenant();
  const response = await call(tenant, 'GET', '3241312', (await ada(tenant)).accessToken);

  assert.equal(response.status, 400);
  assert.equal((await jsonOf(response))['errorCode'], 'invalid_uri');
});

test('the scheme counts in any case, and with any number of blanks before the token', async () => {
  const tenant = setUpTenant();
  const { accessToken, id } = await ada(tenant);

  for (const scheme of ['bearer ', 'BEARER   ', 'Bearer\t']) {
    const response = await tenant.app.request(`${origin}/api/v2/users/${id}`, {
      headers: { authorization: `${scheme}${accessToken}` },
    });
    assert.equal(response.status, 200, scheme);
  }
});

test('what is not a living access token for this API is refused, each in its own words', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const claims = claimsOf(account.accessToken);
  const [header = '', payload = ''] = account.accessToken.split('.');
  const foreign = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('a secret that is long enough for it'));
  const other = await tenant.signer.sign({ ...claims, iss: 'http://localhost:9/' });
  const old = await tenant.signer.sign({ ...claims, exp: tenant.nowMs() / 1000 });
  const without = (claim: string) => tenant.signer.sign({ ...claims, [claim]: undefined });
  const cases = [
    [undefined, 401, 'Missing authentication'],
    ['Bearer opaque', 400, 'Bad HTTP authentication header format'],
    ['Bearer', 400, 'Bad HTTP authentication header format'],
    [`Bearer ${account.accessToken} x`, 400, 'Bad HTTP authentication header format'],
    [`Basic ${account.accessToken}`, 401, 'Missing authentication'],
    [`DPoP ${account.accessToken}`, 401, 'Missing authentication'],
    ['Bearer a.b.c', 401, 'Invalid token'],
    [`Bearer ${foreign}`, 401, 'Invalid token'],
    [`Bearer ${other}`, 401, 'Invalid token'],
    [`Bearer ${await without('azp')}`, 401, 'Invalid token'],
    [`Bearer ${await without('scope')}`, 401, 'Invalid token'],
    [`Bearer ${await without('jti')}`, 401, 'Invalid token'],
    [`Bearer ${account.idToken}`, 401, 'Bad audience: ligature-spa'],
    [
      `Bearer ${header}.${payload}.AAAA`,
      401,
      'Invalid signature received for JSON Web Token validation',
    ],
    [`Bearer ${old}`, 401, 'Expired token received for JSON Web Token validation'],
  ] as const;

  for (const [authorization, status, message] of cases) {
    const response = await tenant.app.request(`${origin}/api/v2/users/${account.id}`, {
      ...(authorization !== undefined && { headers: { authorization } }),
    });
    const isToken = status === 401 && message !== 'Missing authentication';
    assert.deepEqual(
      await jsonOf(response),
      {
        statusCode: status,
        error: status === 400 ? 'Bad Request' : 'Unauthorized',
        message,
        ...(isToken && { attributes: { error: message } }),
        ...(status === 400 && { errorCode: 'Bearer' }),
      },
      message,
    );
  }
});

test('a token outlives its account, and then finds nobody', async () => {
  const tenant = setUpTenant();
  const account = await accountFrom(
    tenant,
    await new Browser(tenant).signInAt('github', 'grace@example.com'),
  );
  tenant.state.users.remove(account.id);
  const response = await call(tenant, 'GET', account.id, account.accessToken);

  assert.equal(response.status, 404);
  assert.deepEqual(await jsonOf(response), {
    statusCode: 404,
    error: 'Not Found',
    message: 'The user does not exist.',
    errorCode: 'inexistent_user',
  });
});

test('what the Management API does not have is not there, in its own shape', async () => {
  const tenant = setUpTenant();
  const response = await tenant.app.request(`${origin}/api/v2/nothing`);

  assert.equal(response.status, 404);
  assert.deepEqual(await jsonOf(response), {
    statusCode: 404,
    error: 'Not Found',
    message: 'Not Found',
  });
});
