import { PageError } from '../../../protocol/errors.ts';
import { secretId } from '../../../protocol/random.ts';
import type { Exchange, Moment } from '../../../state/exchange.ts';
import { type Identity, identityKey, type User } from '../../../state/people/user.ts';

/** Five days, as long as Auth0 keeps such a link alive. */
const ticketLifetimeMs = 432_000_000;

/** A link out of the inbox, and whose password it may set. */
export interface PasswordTicket {
  readonly id: string;
  readonly user: User;
  readonly identity: Identity;
}

/** The ticket that a page's address names. */
export function findTicket({ request, state, nowMs }: Exchange): PasswordTicket {
  const id = request.query.get('ticket') ?? '';
  const key = state.signIns.passwordTickets.get(id, nowMs) ?? '';
  const user = state.users.ownerOf(key);
  const identity = user?.identities.find((candidate) => identityKey(candidate) === key);
  if (user === undefined || identity === undefined) {
    throw new PageError(400, 'This link has ended', 'It was used, or it is too old.');
  }

  return { id, user, identity };
}

/** Sends a link that sets a new password, if anybody has the address. */
export function sendPasswordLink(
  connection: string,
  email: string,
  { state, nowMs }: Moment,
): void {
  const found = state.users.findByEmail(connection, email);
  if (found === undefined) return;
  const ticket = secretId();
  state.signIns.passwordTickets.set(ticket, identityKey(found.identity), {
    nowMs,
    expiresAtMs: nowMs + ticketLifetimeMs,
  });
  state.inbox.deliver({
    to: found.identity.profile.email ?? email,
    channel: 'email',
    link: `${state.issuer}u/reset-password?ticket=${ticket}`,
    at: new Date(nowMs).toISOString(),
  });
  state.log.append({ type: 'scpr', user: found.user }, nowMs);
}
