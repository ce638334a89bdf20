import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SeedError } from '../../src/protocol/json-reader.ts';
import { parsePeople } from '../../src/seed/read-seed.ts';
import { compileAction } from '../../src/state/config/compile-action.ts';
import { withinTime } from '../../src/state/config/within-time.ts';
import { ada, call } from '../testing/accounts.ts';
import { Browser, callbackParams, jsonOf, locationOf } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { manage, refusalOf } from '../testing/machine.ts';
import { postJson } from '../testing/requests.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const limits = [
  ['name', 300],
  ['nickname', 300],
  ['given_name', 150],
  ['family_name', 150],
] as const;

for (const [name, most] of limits) {
  test(`${name} has ${most} characters at most, wherever it comes in`, async () => {
    const tenant = setUpTenant();
    const { id } = await ada(tenant);
    const [fits, long] = ['é'.repeat(most), 'é'.repeat(most + 1)];
    const update = (value: string) =>
      manage(tenant, 'update:users', 'PATCH', `users/${id}`, { [name]: value });
    const signUp = (value: string) =>
      postJson(tenant, '/dbconnections/signup', {
        client_id: 'ligature-spa',
        connection: 'Username-Password-Authentication',
        email: 'new@example.com',
        password: 'Long-enough-1',
        [name]: value,
      });

    assert.equal((await update(fits)).status, 200);
    const [status, message, code] = await refusalOf(await update(long));
    assert.deepEqual([status, code], [400, 'invalid_body']);
    assert.match(
      String(message),
      new RegExp(
        `String is too long \\(${most + 1} chars\\), maximum ${most}' on property ${name} `,
      ),
    );
    assert.equal((await signUp(long)).status, 400);
    assert.equal((await signUp(fits)).status, 200);
    const person = (value: string) => [
      {
        user_id: 'github|1',
        identities: [{ connection: 'github', provider: 'github', user_id: 1 }],
        [name]: value,
      },
    ];
    assert.equal(parsePeople(person(fits), 0).length, 1);
    assert.throws(() => parsePeople(person('é'.repeat(400)), 0), SeedError);
  });
}

test('a name that is too long is refused at the control plane and at a stand-in provider', async () => {
  const tenant = setUpTenant();
  const before = tenant.state.users.all().length;
  const made = await control(tenant, 'POST', '/users', {
    connection: 'github',
    email: 'new@example.com',
    name: 'x'.repeat(151),
  });
  const browser = new Browser(tenant);
  const page = locationOf(await browser.authorize({ connection: 'github' }));
  const [path = '', query = ''] = page.split('?');
  const added = await browser.submit(`${path}/add?${query}`, {
    email: 'new@example.com',
    name: 'x'.repeat(151),
  });

  assert.equal(made.status, 400);
  assert.match(await added.text(), /Enter a shorter name/);
  assert.equal(tenant.state.users.all().length, before);
});

test('an e-mail address has 64 characters before the @ and 256 after it', async () => {
  const tenant = setUpTenant();
  const signUp = (email: string) =>
    postJson(tenant, '/dbconnections/signup', {
      client_id: 'ligature-spa',
      connection: 'Username-Password-Authentication',
      email,
      password: 'Long-enough-1',
    });

  assert.equal((await signUp(`${'a'.repeat(65)}@example.com`)).status, 400);
  assert.equal((await signUp(`a@${'b'.repeat(257)}`)).status, 400);
  assert.equal((await signUp(`${'a'.repeat(64)}@${'b'.repeat(256)}`)).status, 200);
  // Whoever is let in can be saved and brought back.
  const snapshot = await jsonOf(await control(tenant, 'GET', '/snapshot'));
  assert.equal((await control(tenant, 'PUT', '/snapshot', snapshot)).status, 200);
});

test('a user name is as long as its connection says, 15 characters otherwise', async () => {
  for (const [max, length, status] of [
    [undefined, 15, 201],
    [undefined, 16, 400],
    [40, 40, 201],
    [40, 41, 400],
    [1000, 129, 400],
  ] as const) {
    const tenant = setUpTenant((seed) => ({
      ...seed,
      connections: seed.connections.map((connection) => ({
        ...connection,
        options: {
          ...connection.options,
          requires_username: true,
          ...(max !== undefined && { validation: { username: { min: 1, max } } }),
        },
      })),
    }));
    const answer = await manage(tenant, 'create:users', 'POST', 'users', {
      connection: 'Username-Password-Authentication',
      email: 'new@example.com',
      password: 'Long-enough-1',
      username: 'u'.repeat(length),
    });

    assert.equal(answer.status, status, `${max} ${length}`);
  }
});

test('metadata has 16 MB at most, however it comes together', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  const add = async (part: string) => {
    const user_metadata = { [part]: 'x'.repeat(950_000) };

    return (await call(tenant, 'PATCH', id, accessToken, { user_metadata })).status;
  };
  assert.equal(await add('first'), 200);
  const user = tenant.state.users.get(id);
  assert.ok(user !== undefined);
  const user_metadata = { ...user.user_metadata, others: 'x'.repeat(14_500_000) };
  tenant.state.users.put({ ...user, user_metadata });

  assert.equal(await add('last'), 400);
});

test('a search for far too many words is given up before it keeps anybody waiting', async () => {
  const tenant = setUpTenant();
  addPeople(tenant, 5000);
  const search = (words: number) =>
    manage(tenant, 'read:users', 'GET', `users?q=${encodeURIComponent('nobody* '.repeat(words))}`);

  assert.equal((await search(2)).status, 200);
  assert.deepEqual((await refusalOf(await search(200))).slice(0, 2), [
    503,
    'The query exceeded the timeout. Please try refining your search criteria. See https://auth0.com/docs/best-practices/search-best-practices.',
  ]);
});

test('a search with many stars on a long text is answered', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  await manage(tenant, 'update:users', 'PATCH', `users/${id}`, {
    app_metadata: { note: 'a'.repeat(100_000) },
  });
  const search = withinTime(
    () => manage(tenant, 'read:users', 'GET', 'users?q=app_metadata.note:a*a*a*a*a*b'),
    10_000,
  );

  assert.deepEqual(await (await search).json(), []);
});

test('an Action that does not come back ends its own sign-in, and nobody else waits', async () => {
  const run = async (code: string) => {
    const tenant = setUpTenant();
    const action = { name: 'Endless', file: 'endless.js', secrets: {}, code };
    tenant.state.config.postLogin = [compileAction(action, `${origin}/`, { timeoutMs: 100 })];

    return callbackParams(await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843'));
  };
  const endless = await run('exports.onExecutePostLogin = () => { for (;;); };');
  const waiting = await run('exports.onExecutePostLogin = () => new Promise(() => undefined);');

  assert.equal(endless.get('error'), 'access_denied');
  assert.equal(waiting.get('error_description'), 'It took longer than 0.1 seconds.');
  assert.throws(() => {
    compileAction(
      { name: 'Endless', file: 'endless.js', secrets: {}, code: 'for (;;);' },
      `${origin}/`,
      { timeoutMs: 100 },
    );
  }, SeedError);
});

function addPeople({ state }: TestTenant, count: number): void {
  for (let index = 0; index < count; index++) {
    state.users.put({
      user_id: `github|${index}`,
      identities: [
        {
          connection: 'github',
          provider: 'github',
          user_id: index,
          isSocial: true,
          profile: { name: `Person ${index}`, email: `person${index}@example.com` },
        },
      ],
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
    });
  }
}
