import { CallbackError, invalidRequest } from '../../../protocol/errors.ts';
import { parameter } from '../../../protocol/http.ts';
import type { Client } from '../../../state/config/client.ts';
import type { User } from '../../../state/people/user.ts';
import type { SignInRequest } from '../../../state/sign-ins/sign-in-request.ts';
import type { TenantState } from '../../../state/tenant-state.ts';

/** Reads the id of the organization to sign in for. Throws a `CallbackError` if the client may name none, or must (contract §2.1). */
export function parseOrganization(
  query: URLSearchParams,
  client: Client,
  state: TenantState,
): string | undefined {
  const asked = parameter(query, 'organization');
  if (asked === undefined) {
    if (client.organization_usage !== 'require') return undefined;
    throw invalidRequest('parameter organization is required for this client');
  }
  if (client.organization_usage === 'deny') {
    throw invalidRequest('parameter organization is not allowed for this client');
  }
  const found = state.config.organizations.find(({ id, name }) => id === asked || name === asked);
  if (found === undefined) throw invalidRequest(`invalid organization: ${asked}`);

  return found.id;
}

/** Lets members in only. A connection of the organization may make people members as they sign in. */
export function requireMembership(
  { organization }: SignInRequest,
  { user, connection }: { readonly user: User; readonly connection: string },
  state: TenantState,
): void {
  const found = state.config.organizations.find(({ id }) => id === organization);
  if (found === undefined || user.organizations?.includes(found.name) === true) return;
  const joins = found.connections.some(
    ({ name, assign_membership_on_login }) => name === connection && assign_membership_on_login,
  );
  if (!joins) {
    throw new CallbackError(
      'access_denied',
      `user ${user.user_id} is not part of the ${found.id} organization`,
    );
  }
  state.users.put({ ...user, organizations: [...(user.organizations ?? []), found.name] });
}
