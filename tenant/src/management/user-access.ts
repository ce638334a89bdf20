import { authenticate, type Caller } from '../oauth/tokens/access-token.ts';
import { ManagementError } from '../protocol/errors.ts';
import { pathParameter } from '../protocol/http.ts';
import type { User } from '../state/people/user.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';

/** What an endpoint about one account needs, and how Auth0 words the refusal of less. */
export interface ScopeNeed {
  /** With any of these a machine acts on every account. */
  readonly any: readonly string[];
  /** With this a person acts on the own account; some endpoints are for machines alone. */
  readonly own?: string;
  /** A scope that nobody can have here, and that the refusal lists with the others (contract §6.1). */
  readonly unheld?: string;
}

/** A caller who may act on the account that the path names. */
export interface UserAccess {
  readonly caller: Caller;
  readonly userId: string;
  /** Whether only the own account is open, so that only what a person may do is. */
  readonly isOwn: boolean;
}

/**
 * Lets a machine act on anybody and a person on nobody else; the checks run in the order of contract
 * §11: token, scope, path, subject. Whether an account exists is told only to who may see it.
 */
export async function authorizeForUser(need: ScopeNeed, exchange: Exchange): Promise<UserAccess> {
  const caller = await authenticate(exchange);
  const isOwn = !need.any.some((scope) => caller.scope.includes(scope));
  if (isOwn && (need.own === undefined || !caller.scope.includes(need.own))) {
    throw insufficientScope(...need.any, need.own, need.unheld);
  }
  const userId = pathParameter(exchange.request, 'id');
  if (!isUserId(userId)) throw malformedId(userId);
  if (isOwn && caller.sub !== userId) {
    throw new ManagementError(
      403,
      'User to be acted on does not match subject in bearer token.',
      'unowned_resource',
    );
  }

  return { caller, userId, isOwn };
}

/** Lets in who has one of these scopes: what is not about one account is for machines (§6.2). */
export async function authorize(scopes: readonly string[], exchange: Exchange): Promise<Caller> {
  const caller = await authenticate(exchange);
  if (!scopes.some((scope) => caller.scope.includes(scope))) {
    throw insufficientScope(...scopes);
  }

  return caller;
}

/** Finds an account. Throws a `ManagementError` if it is gone: a token can outlive an account that was linked away (§7). */
export function existingUser(userId: string, state: TenantState): User {
  const user = state.users.get(userId);
  if (user === undefined) {
    throw new ManagementError(404, 'The user does not exist.', 'inexistent_user');
  }

  return user;
}

/** Makes the refusal of a token without the scope (contract §6.1). */
export function insufficientScope(...scopes: readonly (string | undefined)[]): ManagementError {
  const all = scopes.filter((scope) => scope !== undefined).join(',');

  return new ManagementError(
    403,
    `Insufficient scope, expected any of: ${all}`,
    'insufficient_scope',
  );
}

/** What `^.+\|.+$` says, without trying each of many bars. */
function isUserId(text: string): boolean {
  const bar = text.indexOf('|', 1);

  return bar > 0 && bar < text.length - 1;
}

function malformedId(userId: string): ManagementError {
  return new ManagementError(
    400,
    `Path validation error: 'String does not match pattern ^.+\\|.+$: ${userId}' on property id (The user_id of the user to retrieve).`,
    'invalid_uri',
  );
}
