import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../support/browser.ts';
import { listOf, manage, refusalOf } from '../support/machine.ts';
import { setUpTenant, type TestTenant } from '../support/tenant.ts';

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
      ['sapi', 'Link user account', adaId, 'ligature-m2m'],
      ['fapi', 'The specified new email already exists', adaId, 'ligature-m2m'],
      ['sapi', 'Update a User', adaId, 'ligature-m2m'],
    ],
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
  const own = await jsonOf(
    await manage(tenant, 'read:logs_users', 'GET', `users/${adaId}/logs?include_totals=true`),
  );

  assert.deepEqual(one, newest);
  assert.equal(own['total'], 3);
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
