import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SeedError } from '../src/state/checked.ts';
import { parseSeed } from '../src/state/seed.ts';
import { setUpTenant } from './support/tenant.ts';

const empty = { clients: [], connections: [], users: [] };

test('what is wrong in a seed is named by its path', () => {
  const identity = { connection: 'sms', provider: 'sms' };
  const cases = [
    [undefined, 'seed must be an object'],
    [{ ...empty, clients: [{}] }, 'seed.clients[0].client_id is missing'],
    [{ ...empty, users: {} }, 'seed.users must be a list'],
    [
      { ...empty, users: [{ user_id: 'sms|1', identities: [identity] }] },
      'seed.users[0].identities[0].user_id must be a string or a number',
    ],
    [{ ...empty, users: [{ user_id: 'sms|1', identities: [] }] }, 'every user needs an identity'],
    [{ ...empty, lifetimes: { idToken: '1h' } }, 'seed.lifetimes.idToken must be a number'],
  ] as const;

  for (const [seed, message] of cases) {
    assert.throws(
      () => parseSeed(seed, 0),
      (error: unknown) => error instanceof SeedError && error.message === message,
      message,
    );
  }
});

test('a seed that names no lifetimes has Auth0’s own', () => {
  const { lifetimes } = parseSeed(empty, 0);

  assert.equal(lifetimes.accessToken, 86_400);
  assert.equal(lifetimes.idToken, 36_000);
});

test('in the project’s seed every account’s id is that of its first identity', () => {
  for (const { user_id, identities } of setUpTenant().state.users.all()) {
    assert.equal(user_id, `${identities[0].provider}|${String(identities[0].user_id)}`);
  }
});

test('every identity of the project’s seed is at a connection that exists', () => {
  const { state } = setUpTenant();

  for (const identity of state.users.all().flatMap(({ identities }) => identities)) {
    const connection = state.connections.get(identity.connection);
    assert.equal(connection?.strategy, identity.provider, identity.connection);
  }
});
