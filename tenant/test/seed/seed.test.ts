import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { SeedError } from '../../src/protocol/json-reader.ts';
import { parseLocalFacts } from '../../src/seed/local-facts.ts';
import { Notices } from '../../src/seed/notices.ts';
import { parsePeople, readSeed } from '../../src/seed/read-seed.ts';
import { parseTenantFile } from '../../src/seed/parse/parse-tenant-file.ts';
import { StartError } from '../../src/seed/start-error.ts';
import { parseYaml } from '../../src/seed/yaml-text.ts';
import { strategies } from '../../src/state/config/connection-kinds.ts';
import { Signer } from '../../src/state/keys/signer.ts';
import { TenantState } from '../../src/state/tenant-state.ts';

const ownState = () =>
  new TenantState('http://localhost:4400/', new Signer(), () => readSeed().seed);

const facts = parseLocalFacts({ clients: { App: { client_id: 'app' } } });

function read(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const notices = new Notices();
  const tenant = parseTenantFile(parseYaml(yaml), {
    facts,
    readNearby: (path) => ({ file: path, text: files[path] ?? '' }),
    notices,
  });

  return { tenant, notices: notices.lines('tenant.yaml') };
}

function complaint(message: string) {
  return (error: unknown) => {
    assert.ok(error instanceof SeedError);
    assert.equal(error.message, message);

    return true;
  };
}

test('what is wrong in a tenant’s file is named by its path', () => {
  const cases = [
    ['clients: {}', 'clients must be a list'],
    ['clients: [{}]', 'clients[0].name is missing'],
    ['clients: [{name: A, calbacks: []}]', 'clients[0].calbacks is not a field that is known here'],
    [
      'clients: [{name: A, app_type: mobile}]',
      'clients[0].app_type must be one of spa, native, regular_web, non_interactive, not mobile',
    ],
    [
      'clients: [{name: A, oidc_conformant: false}]',
      'clients[0].oidc_conformant must be true: the older pipeline is not imitated',
    ],
    [
      'clients: [{name: A, jwt_configuration: {alg: HS256}}]',
      'clients[0].jwt_configuration.alg must be one of RS256, not HS256',
    ],
    ['clients: [{name: A}, {name: A}]', 'clients has A twice'],
    [
      'databases: [{name: DB, enabled_clients: [Nobody]}]',
      'databases[0].enabled_clients names no client: Nobody',
    ],
    [
      'connections: [{name: X, strategy: carrier-pigeon}]',
      `connections[0].strategy must be one of ${strategies.join(', ')}, not carrier-pigeon`,
    ],
    [
      'resourceServers: [{name: Auth0 Management API, identifier: x}]',
      'resourceServers[0].name is the Management API, which every tenant has: it cannot be configured here',
    ],
    [
      'clients: [{name: App}]\nclientGrants: [{client_id: App, audience: x, scope: []}]',
      'clientGrants[0].audience names no resource server: x',
    ],
    [
      'clientGrants: [{client_id: App, audience: x, scope: []}]',
      'clientGrants[0].client_id names no client: App',
    ],
    [
      'organizations: [{name: o, connections: [{name: c}]}]',
      'organizations[0].connections[0].name names no connection: c',
    ],
    [
      'triggers: {post-login: [{action_name: a}]}',
      'triggers.post-login[0].action_name names no action: a',
    ],
    [
      'triggers: {pre-user-registration: [{action_name: a}]}',
      'triggers.pre-user-registration is not imitated: only post-login is',
    ],
    [
      'actions: [{name: a, code: a.js, dependencies: [{name: lodash}]}]',
      'actions[0].dependencies must be empty: actions run without packages here',
    ],
    ['tenants: {}', 'tenants is not a field that is known here'],
    ['tenant: {session_lifetime: long}', 'tenant.session_lifetime must be a number'],
  ] as const;

  for (const [yaml, message] of cases) assert.throws(() => read(yaml), complaint(message), yaml);
});

test('keywords of the Deploy CLI are refused, with their line', () => {
  for (const keyword of ['##ENV##', '@@CALLBACKS@@']) {
    assert.throws(
      () => read(`tenant:\n  friendly_name: ${keyword}`),
      complaint(`line 2 has the keyword ${keyword}, which nothing replaces here`),
    );
  }
});

test('the application’s origin is a keyword, and --app says where it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const tenantFile = join(folder, 'tenant.yaml');
  writeFileSync(tenantFile, 'tenant: { friendly_name: "At ##APP_ORIGIN##" }');
  const nameAt = (origins: readonly string[]) =>
    readSeed({ tenantFile }, origins).seed.settings.friendlyName;

  assert.equal(nameAt([]), 'At http://localhost:4200');
  assert.equal(
    nameAt(['http://localhost:4201', 'http://127.0.0.1:4201']),
    'At http://localhost:4201',
  );
  rmSync(folder, { recursive: true });
});

test('an application in a folder comes back to the folder, and asks from its origin', () => {
  const { clients } = readSeed({}, ['http://localhost:4201/portal/']).seed;
  const app = clients.find(({ client_id: id }) => id === 'ligature-spa');

  assert.ok(app !== undefined);
  assert.ok(app.callbacks.includes('http://localhost:4201/portal/callback'));
  assert.ok(app.callbacks.includes('http://localhost:4201/portal/link/callback'));
  assert.ok(app.allowed_logout_urls.includes('http://localhost:4201/portal/'));
  assert.ok(app.web_origins.includes('http://localhost:4201'));
  for (const place of [
    'http://localhost:4201/portal?a',
    'http://localhost:4201/a/../b',
    'portal',
  ]) {
    assert.throws(() => readSeed({}, [place]), /nor a folder of one/);
  }
});

test('an application in somebody else’s page comes back to that page, with the path as a parameter', () => {
  const { clients } = readSeed({}, ['http://localhost:4201/account.html?ligature-page=']).seed;
  const app = clients.find(({ client_id: id }) => id === 'ligature-spa');

  assert.ok(app !== undefined);
  assert.ok(app.callbacks.includes('http://localhost:4201/account.html?ligature-page=/callback'));
  assert.ok(app.allowed_logout_urls.includes('http://localhost:4201/account.html'));
  assert.ok(app.web_origins.includes('http://localhost:4201'));
});

test('keywords stand in the files beside the tenant’s as well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const tenantFile = join(folder, 'tenant.yaml');
  const connection = '{name: email, strategy: email, options: {email: {body: email.html}}}';
  writeFileSync(tenantFile, `connections: [${connection}]`);
  mkdirSync(join(folder, 'connections'));
  const words = join(folder, 'connections', 'email.html');
  writeFileSync(words, 'Back to ##APP_ORIGIN##');
  const { connections } = readSeed({ tenantFile }).seed;

  assert.equal(connections[0]?.options.email?.body, 'Back to http://localhost:4200');
  writeFileSync(words, 'Back to ##NOWHERE##');
  assert.throws(() => readSeed({ tenantFile }), /email\.html: line 1 has the keyword ##NOWHERE##/);
  rmSync(folder, { recursive: true });
});

test('a file that is not YAML, or includes another, is refused', () => {
  assert.throws(() => read('clients: [\n'), SeedError);
  assert.throws(() => read('clients: !include clients.yaml'), SeedError);
});

test('what Auth0 has and the tenant does not imitate is named, never dropped', () => {
  const { notices } = read(`
tenant: { country_codes: [en], flags: { universal_login: true } }
clients: [{ name: App, sso_disabled: false, refresh_token: { policies: [] }, mobile: {} }]
connections: [{ name: github, strategy: github, options: { client_id: x, scope: [] } }]
emailProvider: { name: smtp }
`);

  assert.deepEqual(notices, [
    'tenant.yaml: not imitated here, and without effect: tenant.flags.universal_login, ' +
      'tenant.country_codes, clients[0].sso_disabled, clients[0].mobile, ' +
      'connections[0].options.client_id, connections[0].options.scope, emailProvider.',
  ]);
});

test('what a directory refuses of passwords is read from the file', () => {
  const { tenant } = read(`
databases:
  - name: Staff
    options:
      password_dictionary: { enable: true, dictionary: [Correct-Horse-1] }
      password_no_personal_info: { enable: true }
`);

  assert.deepEqual(tenant.connections[0]?.options, {
    password_dictionary: { enable: true, dictionary: ['Correct-Horse-1'] },
    password_no_personal_info: { enable: true },
  });
});

test('a client that says nothing but its type is set up as Auth0 sets up a new one', () => {
  const { tenant } = read(
    'clients: [{name: App, app_type: spa}, {name: M, app_type: non_interactive}]',
  );
  const [spa, machine] = tenant.clients;

  assert.equal(spa?.client_id, 'app');
  assert.equal(spa.client_secret, undefined);
  assert.equal(spa.token_endpoint_auth_method, 'none');
  assert.deepEqual(spa.grant_types, ['implicit', 'authorization_code', 'refresh_token']);
  assert.deepEqual(spa.refresh_token, {
    rotation_type: 'rotating',
    expiration_type: 'expiring',
    leeway: 0,
    token_lifetime: 2_592_000,
    idle_token_lifetime: 1_296_000,
    infinite_token_lifetime: false,
    infinite_idle_token_lifetime: false,
  });
  assert.match(machine?.client_id ?? '', /^[0-9a-f]{32}$/);
  assert.match(machine?.client_secret ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(machine?.grant_types, ['client_credentials']);
});

test('actions come with their code and secrets, and the trigger with its order and names', () => {
  const { tenant } = read(
    `
actions:
  - { name: first, code: ./first.js, secrets: [{ name: KEY, value: v }] }
  - { name: second, code: ./second.js }
  - { name: unbound, code: ./unbound.js }
triggers: { post-login: [{ action_name: second }, { action_name: first, display_name: 1st }] }
`,
    { './first.js': 'exports.onExecutePostLogin = 1', './second.js': '2', './unbound.js': '3' },
  );

  assert.deepEqual(
    tenant.actions.map(({ draft: { name, code, secrets } }) => [name, code, secrets]),
    [
      ['first', 'exports.onExecutePostLogin = 1', { KEY: 'v' }],
      ['second', '2', {}],
      ['unbound', '3', {}],
    ],
  );
  assert.deepEqual(
    tenant.postLoginBindings.map(({ actionName, displayName }) => [actionName, displayName]),
    [
      ['second', 'second'],
      ['first', '1st'],
    ],
  );
});

test('lifetimes left out are Auth0’s own', () => {
  assert.deepEqual(read('{}').tenant.lifetimes, {
    accessTokenMs: 86_400_000,
    sessionMs: 604_800_000,
    idleSessionMs: 259_200_000,
  });
});

test('what is wrong in the list of people is named by its path', () => {
  const identity = { connection: 'sms', provider: 'sms' };
  const cases = [
    [undefined, 'the file must be a list of users'],
    [['ada'], '[0] must be an object'],
    [
      [{ user_id: 'sms|1', identities: [identity] }],
      '[0].identities[0].user_id must be a string or a number',
    ],
    [[{ user_id: 'sms|1', identities: [] }], '[0].identities must not be empty'],
    [
      [{ user_id: 'sms|1', nick: 'x', identities: [{ ...identity, user_id: '1' }] }],
      '[0].nick is not a field that is known here',
    ],
    [
      [{ user_id: 'sms|2', identities: [{ ...identity, user_id: '1' }] }],
      '[0].user_id must be sms|1, after the first identity',
    ],
  ] as const;

  for (const [people, message] of cases) {
    assert.throws(() => parsePeople(people, 0), complaint(message), message);
  }
});

test('a file that cannot be used is named in the complaint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const tenantFile = join(folder, 'tenant.yaml');
  writeFileSync(tenantFile, 'clients: 7');

  assert.throws(
    () => readSeed({ tenantFile }),
    (error: unknown) =>
      error instanceof StartError && error.message === `${tenantFile}: clients must be a list.`,
  );
  assert.throws(() => readSeed({ peopleFile: join(folder, 'nobody.json') }), StartError);
  rmSync(folder, { recursive: true });
});

test('the project’s own files leave nothing unsaid', () => {
  assert.deepEqual(readSeed().notices, []);
});

test('in the project’s seed every account’s id is that of its first identity', () => {
  for (const { user_id, identities } of ownState().users.all()) {
    assert.equal(user_id, `${identities[0].provider}|${String(identities[0].user_id)}`);
  }
});

test('every identity of the project’s seed is at a connection that exists', () => {
  const state = ownState();

  for (const identity of state.users.all().flatMap(({ identities }) => identities)) {
    const connection = state.config.connections.get(identity.connection);
    assert.equal(connection?.strategy, identity.provider, identity.connection);
  }
});

test('the machines’ grants are for this tenant’s Management API, whatever tenant the file names', () => {
  const state = ownState();

  assert.deepEqual(
    state.config.clientGrants.map(({ client_id, audience }) => [client_id, audience]),
    [
      ['ligature-m2m', state.managementAudience],
      ['deploy-cli', state.managementAudience],
    ],
  );
  assert.ok(state.config.apis.has(state.managementAudience));
});
