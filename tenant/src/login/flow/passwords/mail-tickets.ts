import { PageError } from '../../../protocol/errors.ts';
import { secretId } from '../../../protocol/random.ts';
import { connectionKind } from '../../../state/config/connection-kinds.ts';
import { lasting } from '../../../state/expiring-map.ts';
import type { Holding } from '../../../state/people/directory.ts';
import { identityKey, withIdentity } from '../../../state/people/user.ts';
import type { Exchange, Moment } from '../../../state/tenant-state.ts';

/** Five days, as long as Auth0 keeps such a link alive. */
const ticketLifetimeMs = 432_000_000;
/** How long a link that is over is still known to be just that. */
const rememberedMs = ticketLifetimeMs * 2;

/** A link out of the inbox, and whose password it may set. */
export interface PasswordTicket extends Holding {
  readonly id: string;
}

/** Finds the ticket that a page's address names. Throws a `PageError` if it was used or is too old. */
export function findTicket({ request, state, nowMs }: Exchange): PasswordTicket {
  const id = request.query.get('ticket') ?? '';
  const holding = state.users.holdingOf(state.signIns.passwordTickets.get(id, nowMs) ?? '');
  if (holding === undefined) {
    throw new PageError(400, 'linkEnded');
  }

  return { id, ...holding };
}

/** Sends a link that sets a new password, if anybody has the address. */
export function sendPasswordLink(connection: string, email: string, moment: Moment): void {
  const { state, nowMs } = moment;
  const found = state.users.findByEmail(connection, email);
  if (found === undefined) return;
  const ticket = secretId();
  state.signIns.passwordTickets.set(
    ticket,
    identityKey(found.identity),
    lasting(ticketLifetimeMs, nowMs),
  );
  mail(found.identity.profile.email ?? email, `reset-password?ticket=${ticket}`, moment);
  state.log.append({ type: 'scpr', user: found.user }, nowMs);
}

/** Sends a link that verifies the address of an account at a database (contract §6.4, §6.9). */
export function sendVerificationLink({ user, identity }: Holding, moment: Moment): void {
  const { state, nowMs } = moment;
  const { email } = identity.profile;
  if (connectionKind(identity.provider).type !== 'database' || email === undefined) return;
  const ticket = secretId();
  const entry = { identity: identityKey(identity), email, expiresAtMs: nowMs + ticketLifetimeMs };
  state.signIns.verificationTickets.set(ticket, entry, lasting(rememberedMs, nowMs));
  mail(email, `email-verification?ticket=${ticket}`, moment);
  state.log.append({ type: 'svr', user }, nowMs);
}

function mail(to: string, page: string, { state, nowMs }: Moment): void {
  state.inbox.deliver({
    to,
    channel: 'email',
    link: `${state.issuer}u/${page}`,
    at: new Date(nowMs).toISOString(),
  });
}

/** Verifies the address that a link was sent to, once; throws the page that says why it does not. */
export function verifyEmail({ request, state, nowMs }: Exchange): void {
  const id = request.query.get('ticket') ?? '';
  const ticket = state.signIns.verificationTickets.get(id, nowMs);
  if (ticket === undefined) throw new PageError(400, 'verifiedOnce');
  const holding = state.users.holdingOf(ticket.identity);
  // A link proves the address that it was sent to, and the account may have another one by now.
  if (holding?.identity.profile.email !== ticket.email) {
    throw new PageError(400, 'verifiedWrong');
  }
  const { user, identity } = holding;
  if (nowMs >= ticket.expiresAtMs) throw new PageError(400, 'verifiedLate');
  state.signIns.verificationTickets.delete(id);
  if (identity.profile.email_verified === true) throw new PageError(400, 'verifiedAlready');
  const profile = { ...identity.profile, email_verified: true };
  state.users.put({
    ...withIdentity(user, { ...identity, profile }),
    updated_at: new Date(nowMs).toISOString(),
  });
  state.log.append({ type: 'sv', user }, nowMs);
}
