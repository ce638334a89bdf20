import { ManagementError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { link } from '../../state/linking.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import type { User } from '../../state/user.ts';
import { identitiesShape } from '../../state/user-shape.ts';
import { readLinkToken } from '../../tokens/link-token.ts';
import { invalidBody, jsonBody } from './json-body.ts';
import { authorizeOwnUser, existingUser, insufficientScope, type ScopeNeed } from './own-user.ts';

const need: ScopeNeed = {
  scope: 'update:current_user_identities',
  expected: 'update:users,update:current_user_identities',
};

/**
 * `POST /api/v2/users/{id}/identities`: absorbs the account that `link_with` proves. As at Auth0,
 * nothing here asks for a verified e-mail or a fresh sign-in: that is the client's part (§6.5).
 */
export async function linkIdentity(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const { caller, userId } = await authorizeOwnUser(request, need, state, now);
  const body = jsonBody(request, ['link_with', 'provider', 'user_id', 'connection_id']);
  const secondaryId = await readLinkToken(linkWith(body), caller.azp, state, now);
  if (secondaryId === userId) {
    throw new ManagementError(400, 'Main identity and the new one are the same.');
  }
  const primary = existingUser(userId, state);
  const secondary = secondaryAccount(secondaryId, state);

  return json(201, identitiesShape(link(state.users, primary, secondary, now)));
}

function linkWith(body: JsonObject): string {
  const { link_with: token, ...others } = body;
  if (token === undefined) {
    // Naming an account is not proving it, so only a machine may (SEC-19).
    throw insufficientScope('update:users');
  }
  if (Object.keys(others).length > 0) {
    throw invalidBody('link_with excludes provider, user_id and connection_id');
  }
  if (typeof token !== 'string') throw invalidBody('Expected type string', 'link_with');

  return token;
}

function secondaryAccount(userId: string, state: TenantState): User {
  const secondary = state.users.get(userId);
  if (secondary !== undefined) return secondary;
  if (state.users.ownerOf(userId) !== undefined) {
    // Auth0 documents no errorCode for this one, so there is none (contract §10, 10).
    throw new ManagementError(409, 'Specified identity already exists.');
  }

  throw new ManagementError(400, 'Provided secondary account not found.');
}
