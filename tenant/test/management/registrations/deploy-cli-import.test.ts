import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isObject, type JsonObject, parseJson } from '../../../src/protocol/json.ts';
import { deployScopes } from '../../../src/state/config/management-api.ts';
import { Browser, claimsOf, jsonOf, tokensFrom } from '../../testing/browser.ts';
import { manage } from '../../testing/machine.ts';
import { setUpTenant, type TestTenant } from '../../testing/tenant.ts';

const everything = deployScopes.join(' ');
const reports = 'https://reports.ligature.example/';

async function send(
  tenant: TestTenant,
  method: string,
  path: string,
  body?: unknown,
): Promise<JsonObject> {
  const response = await manage(tenant, everything, method, path, body);
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  const answer = parseJson(text);

  return isObject(answer) ? answer : {};
}

/** Everything that an export reads of what can be written. */
async function exported(tenant: TestTenant): Promise<JsonObject> {
  const names = ['clients', 'connections', 'resource-servers', 'client-grants', 'roles'];
  const lists = [...names.map((name) => `${name}?include_totals=true`), 'organizations?take=50'];
  const others = ['actions/actions', 'actions/triggers/post-login/bindings', 'tenants/settings'];
  const parts: JsonObject = Object.fromEntries(
    await Promise.all(
      [...lists, ...others].map(async (path) => [path, await send(tenant, 'GET', path)] as const),
    ),
  );
  const {
    config: { roles, organizations },
  } = tenant.state;

  return { ...parts, roles, organizations };
}

/** What `a0deploy import` of auth0-deploy-cli 8.44 sends for what it has exported: recorded. */
function recordedImport({ state }: TestTenant): readonly (readonly [string, string, unknown])[] {
  const client = {
    name: 'Ligature (Machine)',
    ...{ allowed_logout_urls: [], allowed_origins: [], callbacks: [], web_origins: [] },
    ...{ app_type: 'non_interactive', is_first_party: true, oidc_conformant: true },
    ...{ cross_origin_authentication: false, grant_types: ['client_credentials'] },
    jwt_configuration: { alg: 'RS256', lifetime_in_seconds: 36000 },
    ...{ organization_require_behavior: 'no_prompt', organization_usage: 'deny' },
    refresh_token: {
      ...{ rotation_type: 'non-rotating', expiration_type: 'non-expiring', leeway: 0 },
      ...{ token_lifetime: 2592000, idle_token_lifetime: 1296000 },
      ...{ infinite_token_lifetime: true, infinite_idle_token_lifetime: true },
    },
    token_endpoint_auth_method: 'client_secret_post',
  };
  const api = {
    ...{ name: 'Reports', allow_offline_access: true, enforce_policies: false },
    scopes: [
      { value: 'read:reports', description: 'Read your reports' },
      { value: 'write:reports', description: 'Write your reports' },
    ],
    ...{ signing_alg: 'RS256', skip_consent_for_verifiable_first_party_clients: true },
    ...{ token_lifetime: 86400, token_lifetime_for_web: 7200 },
  };
  const database = {
    ...{ display_name: 'Password', is_domain_connection: false, show_as_button: true },
    realms: ['Username-Password-Authentication'],
    options: {
      ...{ passwordPolicy: 'good', requires_username: false, disable_signup: false },
      ...{ brute_force_protection: true, disable_self_service_change_password: false },
    },
  };
  const social = {
    ...{ display_name: 'GitHub', is_domain_connection: false, options: {}, show_as_button: true },
  };
  const permissions = ['read:reports', 'write:reports'].map((permission_name) => ({
    permission_name,
    resource_server_identifier: reports,
  }));
  const [action] = state.config.actions;
  const actionPath = `actions/actions/${action?.id ?? ''}`;
  const grant = state.config.clientGrants[0];

  return [
    ['PATCH', 'resource-servers/a65841ffad5c36acb93302fe', api],
    ['PATCH', 'clients/ligature-m2m', client],
    ['PUT', 'guardian/policies', []],
    [
      'PATCH',
      'attack-protection/suspicious-ip-throttling',
      { enabled: false, shields: [], allowlist: [] },
    ],
    ['PATCH', 'risk-assessments/settings', { enabled: false }],
    ['PATCH', 'risk-assessments/settings/new-device', { remember_for: 0 }],
    [
      'PATCH',
      actionPath,
      {
        name: 'Suggest accounts',
        code: action?.draft.code,
        dependencies: [],
        secrets: [{ name: 'TENANT' }, { name: 'CLIENT_ID' }, { name: 'CLIENT_SECRET' }],
        supported_triggers: [{ id: 'post-login', version: 'v3' }],
      },
    ],
    ['POST', `${actionPath}/deploy`, undefined],
    ['PATCH', 'connections/con_a5e5104c66258c3b', database],
    ['PATCH', 'connections/con_d7cfdb293f04e7d4', social],
    ['PATCH', `client-grants/${grant?.id ?? ''}`, { scope: grant?.scope }],
    [
      'PATCH',
      'roles/rol_809630435f79dbd6',
      { name: 'Analyst', description: 'Reads and writes reports' },
    ],
    ['DELETE', 'roles/rol_809630435f79dbd6/permissions', { permissions }],
    ['POST', 'roles/rol_809630435f79dbd6/permissions', { permissions }],
    ['PATCH', 'prompts', { identifier_first: false, universal_login_experience: 'new' }],
    [
      'PATCH',
      'actions/triggers/post-login/bindings',
      {
        bindings: [
          {
            ref: { type: 'action_name', value: 'Suggest accounts' },
            display_name: 'Suggest accounts',
          },
        ],
      },
    ],
    [
      'PATCH',
      'tenants/settings',
      {
        allowed_logout_urls: [],
        flags: { revoke_refresh_token_grant: false, enable_public_signup_user_exists_error: true },
        friendly_name: 'Ligature',
        oidc_logout: { rp_logout_end_session_endpoint_discovery: true },
        universal_login: { passwordless: { allow_magiclink_verify_without_session: true } },
        ...{ session_lifetime_in_minutes: 10080, idle_session_lifetime_in_minutes: 4320 },
      },
    ],
  ];
}

test('an import of what was exported changes nothing, not even the secrets of Actions', async () => {
  const tenant = setUpTenant();
  const before = await exported(tenant);
  const secrets = tenant.state.config.actions[0]?.deployed?.secrets;

  for (const [method, path, body] of recordedImport(tenant)) await send(tenant, method, path, body);

  assert.deepEqual(await exported(tenant), before);
  assert.deepEqual(tenant.state.config.actions[0]?.deployed?.secrets, secrets);
});

test('what an import writes is what the tenant does, and what the next export reads', async () => {
  const tenant = setUpTenant();
  const api = {
    name: 'Orders',
    identifier: 'https://orders.example/',
    scopes: [{ value: 'read:orders' }],
  };
  await send(tenant, 'POST', 'resource-servers', api);
  const { client_id: shop } = await send(tenant, 'POST', 'clients', {
    ...{ name: 'Shop', app_type: 'regular_web', callbacks: ['https://shop.example/callback'] },
    grant_types: ['client_credentials'],
  });
  const { id: connection } = await send(tenant, 'POST', 'connections', {
    ...{ name: 'partners', strategy: 'okta', display_name: 'Partners' },
  });
  const clientsPath = `connections/${String(connection)}/clients`;
  await send(tenant, 'PATCH', clientsPath, [{ client_id: shop, status: true }]);
  await send(tenant, 'POST', 'client-grants', {
    ...{ client_id: shop, audience: api.identifier, scope: ['read:orders'] },
  });
  const { id: role } = await send(tenant, 'POST', 'roles', { name: 'Buyer' });
  const permission = { permission_name: 'read:orders', resource_server_identifier: api.identifier };
  await send(tenant, 'POST', `roles/${String(role)}/permissions`, { permissions: [permission] });
  const { id: organization } = await send(tenant, 'POST', 'organizations', { name: 'globex' });
  await send(tenant, 'POST', `organizations/${String(organization)}/connections`, {
    ...{ connection_id: connection, assign_membership_on_login: true, show_as_button: false },
  });
  await send(tenant, 'PATCH', 'tenants/settings', {
    ...{ friendly_name: 'Changed', session_lifetime_in_minutes: 60 },
  });
  const { state } = tenant;

  assert.deepEqual(
    state
      .connectionsOf(state.config.clients.get(String(shop)) ?? assert.fail())
      .map(({ name }) => name),
    ['partners'],
  );
  assert.deepEqual(state.config.roles.at(-1)?.permissions, [permission]);
  assert.deepEqual(state.config.organizations.at(-1)?.connections, [
    { name: 'partners', assign_membership_on_login: true, show_as_button: false },
  ]);
  assert.deepEqual(
    [state.config.settings.friendlyName, state.config.lifetimes.sessionMs],
    ['Changed', 3_600_000],
  );
  const token = await tenant.app.request('http://localhost:4400/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...{ client_id: String(shop), audience: api.identifier },
      client_secret: state.config.clients.get(String(shop))?.client_secret ?? '',
    }),
  });
  assert.equal((await jsonOf(token))['scope'], 'read:orders');
  const { clients } = await send(tenant, 'GET', 'clients?include_totals=true');
  assert.ok(
    Array.isArray(clients) &&
      clients.some((client: unknown) => isObject(client) && client['name'] === 'Shop'),
  );

  state.reset();
  assert.deepEqual(
    [
      state.config.clients.has(String(shop)),
      state.config.apis.has(api.identifier),
      state.config.settings.friendlyName,
    ],
    [false, false, 'Ligature'],
  );
});

test('an Action runs as it was deployed and bound, and its draft does not', async () => {
  const tenant = setUpTenant();
  const codeOf = (word: string) =>
    `exports.onExecutePostLogin = async (event, api) => { api.idToken.setCustomClaim('https://word.example/', event.secrets.WORD + ${JSON.stringify(word)}); };`;
  const { id } = await send(tenant, 'POST', 'actions/actions', {
    ...{ name: 'Greet', code: codeOf('!'), dependencies: [] },
    ...{ supported_triggers: [{ id: 'post-login', version: 'v3' }] },
    secrets: [{ name: 'WORD', value: 'hello' }],
  });
  const path = `actions/actions/${String(id)}`;
  const binding = { ref: { type: 'action_name', value: 'Greet' }, display_name: 'Greeting' };
  const bind = () =>
    manage(tenant, everything, 'PATCH', 'actions/triggers/post-login/bindings', {
      bindings: [binding],
    });
  assert.equal((await bind()).status, 400, 'bound before it is deployed');
  assert.equal((await send(tenant, 'POST', `${path}/deploy`))['deployed'], true);
  assert.equal((await bind()).status, 200);
  await send(tenant, 'PATCH', path, { code: codeOf('?') });

  assert.equal((await send(tenant, 'GET', path))['all_changes_deployed'], false);
  assert.equal(await wordOf(tenant), 'hello!');
  await send(tenant, 'POST', `${path}/deploy`);
  assert.equal(await wordOf(tenant), 'hello?');
  await send(tenant, 'DELETE', path);
  assert.equal(await wordOf(tenant), undefined);
});

/** What the Action says of somebody who signs in. */
async function wordOf(tenant: TestTenant): Promise<unknown> {
  const signedIn = await new Browser(tenant).signInByCode('email', 'somebody@example.com');

  return claimsOf((await tokensFrom(tenant, signedIn)).idToken)['https://word.example/'];
}
