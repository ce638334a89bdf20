import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Management, ManagementClient } from 'auth0';

import { isObject } from '../../../src/protocol/json.ts';
import { type ServedTenant, serveTenant } from '../../../src/serve.ts';

const adaId = 'auth0|1fd9e31003bc63f898467e36';
const margaretId = 'auth0|a0f79963b45b1036d126bf60';
const folder = mkdtempSync(join(tmpdir(), 'tenant-'));

let served: ServedTenant;
let client: ManagementClient;

before(async () => {
  served = await serveTenant({ port: 0, localFile: withBurst(1000) });
  client = clientOf(served);
});

after(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** The SDK as it is; only that it insists on https is put right on the way (contract §0). */
function clientOf({ origin }: ServedTenant): ManagementClient {
  const domain = new URL(origin).host;

  return new ManagementClient({
    domain,
    clientId: 'ligature-m2m',
    clientSecret: 'local-only-machine-secret',
    fetch: (input, init) => fetch(addressOf(input).replace(`https://${domain}`, origin), init),
  });
}

function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}

/** A token of the machine for less than its grant has. */
async function tokenFor(scope: string): Promise<string> {
  const response = await fetch(`${served.origin}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'ligature-m2m',
      client_secret: 'local-only-machine-secret',
      audience: `${served.origin}/api/v2/`,
      scope,
    }),
  });
  const body: unknown = await response.json();
  assert.ok(isObject(body) && typeof body['access_token'] === 'string');

  return body['access_token'];
}

function withBurst(burst: number): string {
  const own: unknown = JSON.parse(
    readFileSync(new URL('../../../local.json', import.meta.url), 'utf8'),
  );
  assert.ok(isObject(own));
  const file = join(folder, `local-${burst}.json`);
  writeFileSync(file, JSON.stringify({ ...own, rateLimit: { burst, perSecond: burst } }));

  return file;
}

test('the SDK lists the roles and the organizations of a user', async () => {
  const roles = await client.users.roles.list(adaId);
  const organizations = await client.users.organizations.list(adaId);

  assert.deepEqual([roles.data, organizations.data], [[], []]);
});

test('the SDK reads one user, and somebody who does not exist is its NotFoundError', async () => {
  const user = await client.users.get(adaId);

  assert.equal(user.email, 'ada@example.com');
  assert.equal(user.identities?.[0]?.connection, 'Username-Password-Authentication');
  await assert.rejects(client.users.get('auth0|nobody'), (error: unknown) => {
    assert.ok(error instanceof Management.NotFoundError);
    assert.equal(error.statusCode, 404);
    assert.ok(isObject(error.body));
    assert.equal(error.body['errorCode'], 'inexistent_user');

    return true;
  });
});

test('the SDK pages through all users, and searches', async () => {
  const ids: string[] = [];
  for await (const user of await client.users.list({ per_page: 5 })) ids.push(user.user_id ?? '');
  const found = await client.users.list({ q: 'email:"ada@example.com"', search_engine: 'v3' });

  assert.ok(ids.length > 15);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(found.data.length, 2);
  assert.equal((await client.users.listUsersByEmail({ email: 'ada@example.com' })).length, 2);
});

test('the SDK makes, changes and deletes a user, twice without an error', async () => {
  const created = await client.users.create({
    connection: 'Username-Password-Authentication',
    email: 'sophie@example.com',
    password: 'Elasticity-1816',
    user_metadata: { theme: 'dark' },
  });
  const id = created.user_id ?? '';
  const changed = await client.users.update(id, {
    name: 'Sophie Germain',
    app_metadata: { plan: 'team' },
  });

  assert.equal(changed.name, 'Sophie Germain');
  assert.deepEqual(changed.user_metadata, { theme: 'dark' });
  await client.users.delete(id);
  await client.users.delete(id);
  await assert.rejects(client.users.get(id), Management.NotFoundError);
});

test('the SDK links and unlinks, and what was unlinked is an account again', async () => {
  const linked = await client.users.identities.link(adaId, {
    provider: 'google-oauth2',
    user_id: '119230946235884572310',
  });
  const remaining = await client.users.identities.delete(
    adaId,
    'google-oauth2',
    '119230946235884572310',
  );
  const again = await client.users.get('google-oauth2|119230946235884572310');

  assert.deepEqual(
    linked.map(({ provider }) => provider),
    ['auth0', 'google-oauth2'],
  );
  assert.equal(remaining.length, 1);
  assert.equal(again.user_metadata, undefined);
});

test('each refusal arrives as the SDK’s own error', async () => {
  const link = (provider: 'auth0' | 'facebook', user_id: string) =>
    client.users.identities.link(adaId, { provider, user_id });
  const duplicate = () => client.users.create({ connection: 'email', email: 'zoe@example.net' });
  const holding = (token: string) =>
    new ManagementClient({
      domain: new URL(served.origin).host,
      token,
      fetch: (input, init) => fetch(addressOf(input).replace('https:', 'http:'), init),
    });
  const stranger = holding('no.real.token');
  const reader = holding(await tokenFor('read:users'));

  await assert.rejects(link('auth0', adaId.replace('auth0|', '')), Management.BadRequestError);
  await assert.rejects(link('facebook', '11018757187888909'), Management.ConflictError);
  await assert.rejects(duplicate(), Management.ConflictError);
  await assert.rejects(client.users.list({ per_page: 101 }), Management.BadRequestError);
  await assert.rejects(stranger.users.get(adaId), Management.UnauthorizedError);
  await assert.rejects(reader.users.delete(adaId), Management.ForbiddenError);
  await assert.rejects(
    client.users.identities.delete(adaId, 'auth0', adaId.replace('auth0|', '')),
    Management.BadRequestError,
  );
});

test('the SDK reads connections and clients to their end', async () => {
  const names: string[] = [];
  for await (const connection of await client.connections.list({ take: 3 })) {
    names.push(connection.name ?? '');
  }
  const [github] = (await client.connections.list({ name: 'github' })).data;
  const one = await client.connections.get(github?.id ?? '');
  const clients = await client.clients.list();

  assert.ok(names.length >= 10 && names.includes('acme-saml'));
  assert.equal(one.strategy, 'github');
  assert.ok(clients.data.some(({ client_id }) => client_id === 'ligature-spa'));
  assert.equal((await client.clients.get('ligature-spa')).app_type, 'spa');
});

test('the SDK reads the log, and nobody’s second factor', async () => {
  await client.users.update(margaretId, { user_metadata: { theme: 'light' } });
  const all = await client.logs.list({ search: 'type:sapi' });
  const one = await client.logs.get(all.data[0]?.log_id ?? '');
  const own = await client.users.logs.list(margaretId);

  assert.equal(one.type, 'sapi');
  // An operation of the API is nobody's own (contract §12).
  assert.deepEqual(own.data, []);
  assert.deepEqual(await client.users.enrollments.get(margaretId), []);
});

test('over the limit the SDK waits as long as it is told, and gets its answer', async () => {
  const slow = await serveTenant({ port: 0, localFile: withBurst(2) });
  try {
    const impatient = clientOf(slow);
    const users = await Promise.all([1, 2, 3].map(() => impatient.users.get(adaId)));

    assert.deepEqual(
      users.map(({ user_id }) => user_id),
      [adaId, adaId, adaId],
    );
    // All are waited for: the SDK forgets to clear the timer of a request that is cut off.
    const hasty = await Promise.allSettled(
      [1, 2, 3, 4].map(() => impatient.users.get(adaId, {}, { maxRetries: 0 })),
    );
    const refused = hasty.flatMap((result): readonly unknown[] =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    assert.ok(refused.length > 0);
    assert.ok(refused.every((error) => error instanceof Management.TooManyRequestsError));
  } finally {
    await slow.close();
  }
});
