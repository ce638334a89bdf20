import type { Api } from './api.ts';
import { notImitated } from './not-imitated.ts';
import type { Seed } from './seed.ts';

/** Whether an audience is the Management API of some tenant, which a shared file has to name. */
export function isManagementAudience(audience: string): boolean {
  return /^https?:\/\/[^/]+\/api\/v2\/$/.test(audience);
}

/** Makes the Management API, which every tenant has among its APIs. */
export function managementApi(identifier: string, { managementApi: settings }: Seed): Api {
  return {
    id: 'management-api',
    name: 'Auth0 Management API',
    identifier,
    scopes: managementScopes.map((value) => ({ value })),
    ...settings,
    token_lifetime_for_web: 7200,
    enforce_policies: false,
  };
}

/** What can be written with the Deploy CLI, each with its four scopes. */
const written = [
  ...['clients', 'client_keys', 'connections', 'connections_options', 'resource_servers'],
  ...['client_grants', 'roles', 'organizations', 'organization_connections', 'actions', 'triggers'],
  ...['tenant_settings', ...notImitated.map(({ resource }) => resource)],
];

/** The scopes of the client that sets a tenant up: everything but its people. */
export const deployScopes = [...new Set(written)].flatMap((resource) =>
  ['read', 'create', 'update', 'delete'].map((verb) => `${verb}:${resource}`),
);

/** The scopes of what is imitated of it (contract §6.2 to §6.13), and of what there is none of. */
const managementScopes = [
  ...deployScopes,
  ...['read:users', 'update:users', 'create:users', 'delete:users', 'read:user_idp_tokens'],
  ...['read:users_app_metadata', 'update:users_app_metadata'],
  ...['create:users_app_metadata', 'delete:users_app_metadata'],
  ...['read:logs', 'read:logs_users', 'read:role_members'],
  ...['read:current_user', 'update:current_user_identities', 'create:current_user_metadata'],
  ...['update:current_user_metadata', 'delete:current_user_metadata'],
  ...['create:current_user_device_credentials', 'delete:current_user_device_credentials'],
];
