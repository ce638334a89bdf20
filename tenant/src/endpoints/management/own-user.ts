import { ManagementError } from '../../protocol/errors.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import type { User } from '../../state/user.ts';
import { authenticate, type Caller } from '../../tokens/access-token.ts';

/** What an endpoint needs, and how Auth0 words the refusal of a token that lacks it. */
export interface ScopeNeed {
  readonly scope: string;
  /** All scopes of the endpoint, those that only machines can have included (contract §6.1). */
  readonly expected: string;
}

/** A caller who may act on the account the path names. */
interface OwnUser {
  readonly caller: Caller;
  readonly userId: string;
}

/**
 * Lets a person's token act on that person and nobody else; the checks run in the order of contract
 * §11: token, scope, path, subject. Whether the account exists is told only to its owner.
 */
export async function authorizeOwnUser(
  request: TenantRequest,
  need: ScopeNeed,
  state: TenantState,
  now: number,
): Promise<OwnUser> {
  const caller = await authenticate(request, state, now);
  if (!caller.scope.includes(need.scope)) throw insufficientScope(need.expected);
  const userId = pathParameter(request, 'id');
  if (!/^.+\|.+$/.test(userId)) {
    throw new ManagementError(
      400,
      `Path validation error: 'String does not match pattern ^.+\\|.+$: ${userId}' on property id (The user_id of the user to retrieve).`,
      { errorCode: 'invalid_uri' },
    );
  }
  if (caller.sub !== userId) {
    throw new ManagementError(403, 'User to be acted on does not match subject in bearer token.', {
      errorCode: 'unowned_resource',
    });
  }

  return { caller, userId };
}

/** The account itself; a token can outlive it, for instance when it was linked away (§7). */
export function existingUser(userId: string, state: TenantState): User {
  const user = state.users.get(userId);
  if (user === undefined) {
    throw new ManagementError(404, 'The user does not exist.', { errorCode: 'inexistent_user' });
  }

  return user;
}

/** The refusal of a token without the scope (contract §6.1). */
export function insufficientScope(expected: string): ManagementError {
  return new ManagementError(403, `Insufficient scope, expected any of: ${expected}`, {
    errorCode: 'insufficient_scope',
  });
}
