import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../testing/browser.ts';
import { listOf, manage, refusalOf } from '../testing/machine.ts';
import { setUpTenant } from '../testing/tenant.ts';

const connections = (path = '') =>
  manage(setUpTenant(), 'read:connections', 'GET', `connections${path}`);
const clients = (path = '', scope = 'read:clients') =>
  manage(setUpTenant(), scope, 'GET', `clients${path}`);

test('connections are read from checkpoint to checkpoint, as the SDK asks', async () => {
  const names: unknown[] = [];
  let next: unknown = '';
  while (typeof next === 'string') {
    const from = next === '' ? '' : `&from=${next}`;
    const page = await jsonOf(await connections(`?include_totals=true&take=4${from}`));
    const list: unknown = page['connections'];
    assert.ok(Array.isArray(list) && list.length > 0 && list.length <= 4);
    for (const connection of list as readonly unknown[]) names.push(connection);
    next = page['next'];
  }

  assert.equal(names.length, setUpTenant().state.config.connections.size);
});

test('connections are read by page, by strategy and by name', async () => {
  const all = await listOf(await connections());
  const wrapped = await jsonOf(await connections('?include_totals=true&per_page=1'));
  const some = await listOf(await connections('?strategy=sms&strategy=email'));
  const [one] = await listOf(await connections('?name=github'));

  assert.deepEqual(Object.keys(wrapped), ['start', 'limit', 'connections', 'total']);
  assert.equal(wrapped['total'], all.length);
  assert.deepEqual(
    some.map(({ name }) => name),
    ['sms', 'email'],
  );
  assert.match(String(one?.['id']), /^con_[A-Za-z0-9]{16}$/);
  assert.deepEqual(Object.keys(one ?? {}), [
    ...['id', 'name', 'strategy', 'display_name', 'enabled_clients', 'options', 'realms'],
    ...['is_domain_connection', 'show_as_button'],
  ]);
});

test('one connection is read by its id', async () => {
  const id = setUpTenant().state.config.connections.get('github')?.id ?? '';

  assert.equal((await jsonOf(await connections(`/${id}`)))['name'], 'github');
  assert.deepEqual(await refusalOf(await connections('/con_0000000000000000')), [
    404,
    'The connection does not exist',
    'inexistent_connection',
  ]);
});

test('clients are listed without their secrets, unless keys may be read', async () => {
  const wrapped = await jsonOf(await clients('?include_totals=true'));
  const bare = await listOf(await clients());
  const machine = await jsonOf(await clients('/ligature-m2m'));
  const keys = await jsonOf(await clients('/ligature-m2m', 'read:client_keys'));

  assert.equal(wrapped['total'], bare.length);
  assert.equal('length' in wrapped, false);
  assert.equal(machine['app_type'], 'non_interactive');
  assert.equal(machine['client_secret'], undefined);
  assert.equal(keys['client_secret'], 'local-only-machine-secret');
});

test('clients are filtered by type, and one that does not exist is not found', async () => {
  const spas = await listOf(await clients('?app_type=spa'));

  assert.ok(spas.length > 0 && spas.every((client) => client['app_type'] === 'spa'));
  assert.deepEqual(
    (await listOf(await clients('?is_global=true'))).map(({ name, global }) => [name, global]),
    [['All Applications', true]],
  );
  assert.deepEqual(await listOf(await clients('?is_first_party=false')), []);
  assert.deepEqual(await refusalOf(await clients('/nobody')), [
    404,
    'The client does not exist',
    'inexistent_client',
  ]);
});

test('neither is read without its scope', async () => {
  const tenant = setUpTenant();
  const cases = [
    ['connections', 'read:connections'],
    ['connections/con_1', 'read:connections'],
    ['clients', 'read:clients,read:client_keys'],
    ['clients/x', 'read:clients,read:client_keys'],
  ] as const;

  for (const [path, expected] of cases) {
    assert.deepEqual(await refusalOf(await manage(tenant, 'read:users', 'GET', path)), [
      403,
      `Insufficient scope, expected any of: ${expected}`,
      'insufficient_scope',
    ]);
  }
});
