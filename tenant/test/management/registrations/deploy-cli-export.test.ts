import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isObject } from '../../../src/protocol/json.ts';
import { deployScopes } from '../../../src/state/config/management-api.ts';
import { notImitated } from '../../../src/state/config/not-imitated.ts';
import { jsonOf } from '../../testing/browser.ts';
import { manage, refusalOf } from '../../testing/machine.ts';
import { postForm } from '../../testing/requests.ts';
import { setUpTenant } from '../../testing/tenant.ts';

const everything = deployScopes.join(' ');
const pages = 'page=0&per_page=100&include_totals=true';

/** What `a0deploy export` of auth0-deploy-cli 8.44 asks of this tenant: recorded, each path once. */
const asked = {
  [`rules?${pages}`]: 'rules',
  'rules-configs': '',
  [`hooks?${pages}`]: 'hooks',
  [`clients?${pages}&is_global=true`]: 'clients',
  'tenants/settings': 'friendly_name',
  [`resource-servers?${pages}`]: 'resource_servers',
  [`clients?${pages}&is_global=false`]: 'clients',
  'connections?include_totals=true&take=50&strategy=auth0': 'connections',
  'actions/actions?page=0&per_page=100': 'actions',
  'connections/con_a5e5104c66258c3b/clients?take=100': 'clients',
  'connections?include_totals=true&take=50': 'connections',
  'connections-directory-provisionings?take=50': 'directory_provisionings',
  'connections/con_84a2f9c1f28285bf/scim-configuration': 404,
  'emails/provider?fields=name%2Cenabled%2Ccredentials%2Csettings%2Cdefault_from_address&include_fields=true': 404,
  'email-templates/verify_email': 404,
  'email-templates/async_approval': 404,
  'client-grants?include_totals=true&take=50': 'client_grants',
  'guardian/factors': '',
  'guardian/factors/sms/providers/twilio': '',
  'guardian/factors/push-notification/providers/sns': '',
  'guardian/factors/sms/templates': '',
  'guardian/policies': '',
  'guardian/factors/phone/selected-provider': 404,
  'guardian/factors/phone/message-types': 404,
  'roles?per_page=100&page=0&include_totals=true&type=tenant': 'roles',
  'roles/rol_809630435f79dbd6/permissions?per_page=100&page=0&include_totals=true': 'permissions',
  branding: '',
  'custom-domains': '',
  'branding/phone/providers': 'providers',
  'branding/phone/templates': 'templates',
  prompts: 'universal_login_experience',
  'prompts/login/partials': '',
  [`prompts/rendering?${pages}`]: 'configs',
  'actions/modules?page=0&per_page=100': 'modules',
  'actions/triggers': 'triggers',
  'actions/triggers/post-login/bindings?page=0&per_page=50': 'bindings',
  'organizations?include_totals=true&take=50': 'organizations',
  [`clients?${pages}`]: 'clients',
  'organizations/org_b1bdca925bb8169f/connections?page=0&per_page=50&include_totals=true':
    'connections',
  'organizations/org_b1bdca925bb8169f/client-grants?page=0&per_page=50&include_totals=true':
    'client_grants',
  'organizations/org_b1bdca925bb8169f/discovery-domains?take=50': 'domains',
  'organizations/org_b1bdca925bb8169f/clients?take=50': 403,
  'attack-protection/breached-password-detection': 'enabled',
  'attack-protection/brute-force-protection': 'max_attempts',
  'attack-protection/suspicious-ip-throttling': 'enabled',
  'attack-protection/bot-detection': 403,
  'attack-protection/captcha': 403,
  'risk-assessments/settings': 'enabled',
  'risk-assessments/settings/new-device': 'remember_for',
  'log-streams': '',
  'branding/themes/default': 404,
  [`forms?${pages}`]: 'forms',
  [`flows?${pages}`]: 'flows',
  'flows/vault/connections?page=0&per_page=50&include_totals=true': 'connections',
  [`self-service-profiles?${pages}`]: 'self_service_profiles',
  [`network-acls?${pages}`]: 'network_acls',
  'user-attribute-profiles?take=10': 'user_attribute_profiles',
  'connection-profiles?take=10': 'connection_profiles',
  'token-exchange-profiles?take=50': 'token_exchange_profiles',
  'supplemental-signals': 403,
  'rate-limit-policies?take=50': 'rate_limit_policies',
  'event-streams?take=50': 'eventStreams',
} as const;

test('whatever the Deploy CLI asks for an export is answered, or refused as it expects', async () => {
  const tenant = setUpTenant();

  for (const [path, expected] of Object.entries(asked)) {
    const response = await manage(tenant, everything, 'GET', path);
    if (typeof expected === 'number') {
      assert.equal((await refusalOf(response))[0], expected, path);
      continue;
    }
    assert.equal(response.status, 200, path);
    const body: unknown = await response.json();
    if (expected !== '') assert.ok(isObject(body) && body[expected] !== undefined, path);
  }
});

test('an export has the connections’ clients, the roles’ permissions and the order of the Actions', async () => {
  const tenant = setUpTenant();
  const read = async (path: keyof typeof asked) =>
    jsonOf(await manage(tenant, everything, 'GET', path));

  assert.deepEqual(await read('connections/con_a5e5104c66258c3b/clients?take=100'), {
    clients: [{ client_id: 'ligature-spa' }],
  });
  const { permissions } = await read(
    'roles/rol_809630435f79dbd6/permissions?per_page=100&page=0&include_totals=true',
  );
  assert.ok(Array.isArray(permissions));
  assert.deepEqual(permissions[0], {
    permission_name: 'read:reports',
    resource_server_identifier: 'https://reports.ligature.example/',
    resource_server_name: 'Reports',
    description: 'Read your reports',
  });
  const { bindings } = await read('actions/triggers/post-login/bindings?page=0&per_page=50');
  assert.deepEqual(
    Array.isArray(bindings) &&
      bindings.map((binding: unknown) => isObject(binding) && binding['display_name']),
    ['Suggest accounts'],
  );
});

test('nobody reads the secrets of an Action', async () => {
  const answer = await manage(setUpTenant(), everything, 'GET', 'actions/actions');

  assert.doesNotMatch(await answer.text(), /local-only-machine-secret/);
});

test('the Deploy CLI signs in as a client of its own, which may do all that is not about people', async () => {
  const tenant = setUpTenant();
  const body = await jsonOf(
    await postForm(tenant, '/oauth/token', {
      grant_type: 'client_credentials',
      client_id: 'deploy-cli',
      client_secret: 'local-only-deploy-secret',
      audience: tenant.state.managementAudience,
    }),
  );
  const scope = String(body['scope']).split(' ');

  assert.deepEqual(scope, deployScopes);
  assert.deepEqual(
    scope.filter((name) => /:(users|current_user|logs)/.test(name)),
    [],
  );
});

test('without its scope, what there is none of is refused before anything is said of it', async () => {
  const tenant = setUpTenant();

  for (const { path, resource } of notImitated) {
    const place = path.slice(1).replaceAll(/:\w+/g, 'x');
    assert.deepEqual(
      await refusalOf(await manage(tenant, 'read:users', 'GET', place)),
      [403, `Insufficient scope, expected any of: read:${resource}`, 'insufficient_scope'],
      path,
    );
  }
});
