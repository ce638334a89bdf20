import type { Api } from '../../state/config/api.ts';
import type { Client } from '../../state/config/client.ts';
import type { User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** The scopes that concern the person, each with the claims it opens (contract §1). */
const personScopes = ['openid', 'profile', 'email', 'phone'];

/**
 * What a person's own token may do at the Management API. Every other Management scope is left out
 * of the answer without a word (contract §6.2).
 */
const currentUserScopes = [
  'read:current_user',
  'update:current_user_identities',
  'create:current_user_metadata',
  'update:current_user_metadata',
  'delete:current_user_metadata',
  'create:current_user_device_credentials',
  'delete:current_user_device_credentials',
];

/** What a client asked for, on behalf of a person. */
interface ScopeRequest {
  readonly requested: readonly string[];
  readonly audience: string | undefined;
  readonly client: Client;
  readonly user: User;
}

/** Picks the part of the requested scope that a client acting for a person is granted (contract §1, §6.2). */
export function grantedScope(
  { requested, audience, client, user }: ScopeRequest,
  state: TenantState,
): readonly string[] {
  const api = state.config.apis.get(audience ?? '');
  const mayRefresh =
    client.grant_types.includes('refresh_token') && api?.allow_offline_access !== false;
  const grantable = [
    ...personScopes,
    ...(api === undefined ? [] : apiScopes(api, user, state)),
    ...(mayRefresh ? ['offline_access'] : []),
  ];

  return [...new Set(requested)].filter((scope) => grantable.includes(scope));
}

function apiScopes(api: Api, user: User, state: TenantState): readonly string[] {
  if (api.identifier === state.managementAudience) return currentUserScopes;
  const scopes = api.scopes.map(({ value }) => value);
  if (!api.enforce_policies) return scopes;
  const permitted = state.config.roles
    .filter(({ name }) => user.roles?.includes(name) === true)
    .flatMap(({ permissions }) => permissions)
    .filter(({ resource_server_identifier }) => resource_server_identifier === api.identifier)
    .map(({ permission_name }) => permission_name);

  return scopes.filter((scope) => permitted.includes(scope));
}
