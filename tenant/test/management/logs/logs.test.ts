import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle, linkWith } from '../../testing/accounts.ts';
import { Browser, jsonOf } from '../../testing/browser.ts';
import { listOf, manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant, type TestTenant } from '../../testing/tenant.ts';

const adaId = 'auth0|1fd9e31003bc63f898467e36';
const logs = (tenant: TestTenant, path = '') => manage(tenant, 'read:logs', 'GET', `logs${path}`);

async function setUpChanges() {
  const tenant = setUpTenant();
  const change = (body: unknown) => manage(tenant, 'update:users', 'PATCH', `users/${adaId}`, body);
  await change({ user_metadata: { theme: 'light' } });
  tenant.pass(1);
  await change({ email: 'grace@example.com' });
  tenant.pass(1);
  await manage(tenant, 'update:users', 'POST', `users/${adaId}/identities`, {
    provider: 'github',
    user_id: 15551278,
  });

  return tenant;
}

test('what is changed through the API is in the log, and what is refused, newest first', async () => {
  const entries = await listOf(await logs(await setUpChanges()));

  assert.deepEqual(
    entries.map(({ type, description, user_id, client_id }) => [
      type,
      description,
      user_id,
      client_id,
    ]),
    [
      ['sapi', 'Link user account', null, 'ligature-m2m'],
      ['fapi', 'The specified new email already exists', null, 'ligature-m2m'],
      ['sapi', 'Update a User', null, 'ligature-m2m'],
    ],
  );
});

test('an entry of the API has the recorded shape, with what was sent but no secret', async () => {
  const tenant = setUpTenant();
  const password = 'Elasticity-1816';
  const person = { connection: 'Username-Password-Authentication', email: 'sophie@example.com' };
  const created = await jsonOf(
    await manage(tenant, 'create:users', 'POST', 'users', { ...person, password }),
  );
  const id = encodeURIComponent(String(created['user_id']));
  await manage(tenant, 'delete:users', 'DELETE', `users/${id}?x=1`);
  const [deleted, made, , signedUp] = await listOf(await logs(tenant));
  const { _id, log_id, date, ip, ...entry } = deleted ?? {};
  const request = { channel: 'api', ip: '', query: {}, userAgent: '' };
  const auth = (scope: string) => ({
    credentials: { scopes: [scope] },
    ...{ strategy: 'jwt', user: {} },
  });

  assert.ok([_id, log_id, date, ip].every((known) => typeof known === 'string'));
  assert.deepEqual(entry, {
    ...{ type: 'sapi', description: 'Delete a User', connection: null, connection_id: null },
    ...{ organization_id: null, organization_name: null, client_id: 'ligature-m2m' },
    ...{ client_name: '', hostname: null, user_id: null, user_name: null },
    ...{ user_agent: 'Other 0.0.0 / Other 0.0.0', audience: null, strategy: null },
    ...{ strategy_type: null, isMobile: false, location_info: null },
    details: {
      request: {
        ...{ ...request, auth: auth('delete:users'), body: null, method: 'delete' },
        ...{ path: `/api/v2/users/${id}`, query: { x: '1' } },
      },
      response: { body: {}, statusCode: 204 },
    },
  });
  assert.equal(made?.['description'], 'Create a User');
  assert.deepEqual(made['details'], {
    request: {
      ...{ ...request, auth: auth('create:users'), method: 'post', path: '/api/v2/users' },
      body: { ...person, password: '*****' },
    },
    response: { body: created, statusCode: 201 },
  });
  // Who is made by the API has signed up as well.
  assert.deepEqual(
    [signedUp?.['type'], signedUp?.['user_id'], signedUp?.['user_name']],
    ['ss', created['user_id'], person.email],
  );
});

test('a token that proves a second account is in no entry, and the person is who called', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const second = await adaAtGoogle(tenant);
  await linkWith(tenant, account, { link_with: second.idToken });
  const [entry] = await listOf(await logs(tenant));

  assert.match(JSON.stringify(entry), /"link_with":"\*{5}"/);
  assert.ok(!JSON.stringify(entry).includes(second.idToken));
  assert.match(
    JSON.stringify(entry),
    new RegExp(`"user":{"user_id":"${adaId.replace('|', '.')}"}`),
  );
});

test('a browser is named in the words of the recordings', () => {
  const { state } = setUpTenant();
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
  const rows = [
    [`${windows} Chrome/114.0.0.0 Safari/537.36`, 'Chrome 114.0.0 / Windows 10.0.0', false],
    [
      `${windows} Chrome/114.0.0.0 Safari/537.36 Edg/114.0.1823.51`,
      'Edge 114.0.1823 / Windows 10.0.0',
      false,
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
      'Firefox 153.0.0 / Linux 0.0.0',
      false,
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1',
      'Mobile Safari 16.5.0 / iOS 16.5.0',
      true,
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Safari/605.1.15',
      'Safari 16.5.0 / Mac OS X 10.15.7',
      false,
    ],
    ['Go-Auth0/latest', 'Other 0.0.0 / Other 0.0.0', false],
  ] as const;
  for (const [userAgent] of rows) state.log.append({ type: 's', userAgent }, 0);

  assert.deepEqual(
    state.log.entries().map(({ user_agent, isMobile }) => [user_agent, isMobile]),
    rows.map(([, name, isMobile]) => [name, isMobile]),
  );
});

test('the log is searched, sorted, cut to fields and counted', async () => {
  const tenant = await setUpChanges();
  const refused = await listOf(await logs(tenant, '?search=type:fapi&fields=type,log_id'));
  const old = await listOf(await logs(tenant, '?q=type:sapi&sort=date:1'));
  const counted = await jsonOf(await logs(tenant, '?include_totals=true&per_page=1'));

  assert.deepEqual(Object.keys(refused[0] ?? {}).sort(), ['log_id', 'type']);
  assert.deepEqual(
    old.map(({ description }) => description),
    ['Update a User', 'Link user account'],
  );
  assert.deepEqual([counted['total'], counted['limit'], 'length' in counted], [3, 1, false]);
});

test('from a checkpoint the log goes on, oldest first, until there is no more', async () => {
  const tenant = await setUpChanges();
  const [first] = await listOf(await logs(tenant, '?take=1'));
  const rest = await listOf(await logs(tenant, `?from=${String(first?.['log_id'])}&take=10`));
  const end = await listOf(await logs(tenant, `?from=${String(rest.at(-1)?.['log_id'])}`));

  assert.equal(first?.['description'], 'Update a User');
  assert.deepEqual(
    rest.map(({ type }) => type),
    ['fapi', 'sapi'],
  );
  assert.deepEqual(end, []);
});

test('one entry is read by its id, and one person’s entries by theirs', async () => {
  const tenant = await setUpChanges();
  const [newest] = await listOf(await logs(tenant));
  const one = await jsonOf(await logs(tenant, `/${String(newest?.['log_id'])}`));
  await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843');
  const own = await jsonOf(
    await manage(tenant, 'read:logs_users', 'GET', `users/${adaId}/logs?include_totals=true`),
  );

  assert.deepEqual(one, newest);
  assert.equal(own['total'], 1);
  assert.deepEqual(await refusalOf(await logs(tenant, '/900')), [
    404,
    'Log event not found',
    'log_event_not_found',
  ]);
});

test('nobody reads the log without its scope', async () => {
  const tenant = setUpTenant();

  for (const path of ['logs', 'logs/1', `users/${adaId}/logs`]) {
    assert.deepEqual(await refusalOf(await manage(tenant, 'read:users', 'GET', path)), [
      403,
      'Insufficient scope, expected any of: read:logs,read:logs_users',
      'insufficient_scope',
    ]);
  }
});

test('the log forgets its beginning rather than growing for ever', () => {
  const { state } = setUpTenant();
  for (let count = 0; count < 20_000; count++) state.log.append({ type: 's' }, count);

  assert.equal(state.log.entries().length, 5000);
  assert.equal(state.log.entries().at(-1)?.date, new Date(19_999).toISOString());
});

test('nobody has a second factor, and only their owner or a machine learns that', async () => {
  const tenant = setUpTenant();
  const path = `users/${adaId}/enrollments`;

  assert.deepEqual(await listOf(await manage(tenant, 'read:users', 'GET', path)), []);
  assert.equal((await manage(tenant, 'read:logs', 'GET', path)).status, 403);
});
