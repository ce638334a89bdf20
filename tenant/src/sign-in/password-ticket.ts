import { PageError } from '../protocol/errors.ts';
import type { TenantRequest } from '../protocol/request.ts';
import { type Identity, identityKey, type User } from '../state/user.ts';
import type { TenantState } from '../state/tenant-state.ts';

/** A link out of the inbox, and whose password it may set. */
export interface PasswordTicket {
  readonly id: string;
  readonly user: User;
  readonly identity: Identity;
}

/** The ticket that a page's address names. */
export function findTicket(
  request: TenantRequest,
  state: TenantState,
  now: number,
): PasswordTicket {
  const id = request.query.get('ticket') ?? '';
  const key = state.passwordTickets.get(id, now) ?? '';
  const user = state.users.ownerOf(key);
  const identity = user?.identities.find((candidate) => identityKey(candidate) === key);
  if (user === undefined || identity === undefined) {
    throw new PageError(400, 'This link has ended', 'It was used, or it is too old.');
  }

  return { id, user, identity };
}
