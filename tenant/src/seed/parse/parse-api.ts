import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { derivedId } from '../../protocol/random.ts';
import { tenantOriginKeyword } from '../../state/config/action.ts';
import type { Api, ClientGrant, Role } from '../../state/config/api.ts';
import { isManagementAudience } from '../../state/config/management-api.ts';
import type { Notices } from '../notices.ts';
import type { ClientIdOf } from './parse-connection.ts';

const notImitated = [
  ...['token_encryption', 'consent_policy', 'authorization_details', 'proof_of_possession'],
  ...['subject_type_authorization', 'authorization_policy', 'signing_secret'],
  ...['allow_online_access', 'allow_online_access_with_ephemeral_sessions'],
];

/** Reads one of `resourceServers`. The Management API is not among them, as in the Deploy CLI. */
export function parseApi(api: JsonReader, notices: Notices): Api {
  const identifier = api.text('identifier');
  const name = api.text('name');
  if (name === 'Auth0 Management API' || isManagementAudience(identifier)) {
    api.fail('name', 'is the Management API, which every tenant has: it cannot be configured here');
  }
  const lifetimeSeconds = api.optionalNumber('token_lifetime') ?? 86_400;
  api.optionalChoice('signing_alg', ['RS256']);
  api.optionalChoice('token_dialect', ['access_token']);
  return notices.whole(api, notImitated, () => ({
    id: derivedId('', `api ${identifier}`, 24),
    name,
    identifier,
    scopes: api.optionalObjects('scopes').map((scope) => scope.whole(parseScope)),
    token_lifetime: lifetimeSeconds,
    token_lifetime_for_web:
      api.optionalNumber('token_lifetime_for_web') ?? Math.min(lifetimeSeconds, 7200),
    allow_offline_access: api.optionalFlag('allow_offline_access') ?? false,
    skip_consent_for_verifiable_first_party_clients:
      api.optionalFlag('skip_consent_for_verifiable_first_party_clients') ?? true,
    enforce_policies: api.optionalFlag('enforce_policies') ?? false,
  }));
}

function parseScope(scope: JsonReader): Api['scopes'][number] {
  return {
    value: scope.text('value'),
    ...defined({ description: scope.optionalText('description') }),
  };
}

/** What a grant may name, and where remarks on it go. */
interface GrantContext {
  readonly clientIdOf: ClientIdOf;
  readonly apis: readonly Api[];
  readonly notices: Notices;
}

/** Reads one of `clientGrants`. */
export function parseClientGrant(
  grant: JsonReader,
  { clientIdOf, apis, notices }: GrantContext,
): ClientGrant {
  const name = grant.text('client_id');
  // Any tenant's Management API is this one's.
  const audience = grant.text('audience').replace(tenantOriginKeyword, 'https://localhost');
  const clientId = clientIdOf(name) ?? grant.fail('client_id', `names no client: ${name}`);
  if (!isManagementAudience(audience) && !apis.some((api) => api.identifier === audience)) {
    grant.fail('audience', `names no resource server: ${audience}`);
  }
  const left = ['organization_usage', 'allow_any_organization', 'subject_type'];

  return notices.whole(grant, left, () => ({
    id: derivedId('cgr_', `${name} ${audience}`, 16),
    client_id: clientId,
    audience,
    scope: grant.texts('scope'),
  }));
}

/** Reads one of `roles`. */
export function parseRole(fields: JsonReader): Role {
  return fields.whole((role) => ({
    id: derivedId('rol_', role.text('name'), 16),
    name: role.text('name'),
    permissions: role.optionalObjects('permissions').map((permission) => ({
      permission_name: permission.text('permission_name'),
      resource_server_identifier: permission.text('resource_server_identifier'),
    })),
    ...defined({ description: role.optionalText('description') }),
  }));
}
