import { PageError } from '../../../protocol/errors.ts';
import { secretId } from '../../../protocol/random.ts';
import { connectionKind } from '../../../state/config/connection-kinds.ts';
import type { Exchange, Moment } from '../../../state/exchange.ts';
import { type Identity, identityKey, type User, withIdentity } from '../../../state/people/user.ts';

/** Five days, as long as Auth0 keeps such a link alive. */
const ticketLifetimeMs = 432_000_000;
/** How long a link that is over is still known to be just that. */
const rememberedMs = ticketLifetimeMs * 2;

/** Sends a link that verifies the address of an account at a database (contract §6.4, §6.9). */
export function sendVerificationLink(
  user: User,
  identity: Identity,
  { state, nowMs }: Moment,
): void {
  const { email } = identity.profile;
  if (connectionKind(identity.provider).type !== 'database' || email === undefined) return;
  const ticket = secretId();
  const entry = { identity: identityKey(identity), email, expiresAtMs: nowMs + ticketLifetimeMs };
  state.signIns.verificationTickets.set(ticket, entry, {
    nowMs,
    expiresAtMs: nowMs + rememberedMs,
  });
  state.inbox.deliver({
    to: email,
    channel: 'email',
    link: `${state.issuer}u/email-verification?ticket=${ticket}`,
    at: new Date(nowMs).toISOString(),
  });
  state.log.append({ type: 'svr', user }, nowMs);
}

/** Verifies the address that a link was sent to, once; throws the page that says why it does not. */
export function verifyEmail({ request, state, nowMs }: Exchange): void {
  const id = request.query.get('ticket') ?? '';
  const ticket = state.signIns.verificationTickets.get(id, nowMs);
  if (ticket === undefined) throw refused('This URL can be used only once.');
  const user = state.users.ownerOf(ticket.identity);
  const identity = user?.identities.find((other) => identityKey(other) === ticket.identity);
  // A link proves the address that it was sent to, and the account may have another one by now.
  if (user === undefined || identity?.profile.email !== ticket.email) {
    throw refused('User account does not exist or verification code is invalid.');
  }
  if (nowMs >= ticket.expiresAtMs) throw refused('Access expired.');
  state.signIns.verificationTickets.delete(id);
  if (identity.profile.email_verified === true) throw refused('This account is already verified.');
  const profile = { ...identity.profile, email_verified: true };
  state.users.put({
    ...withIdentity(user, { ...identity, profile }),
    updated_at: new Date(nowMs).toISOString(),
  });
  state.log.append({ type: 'sv', user }, nowMs);
}

function refused(message: string): PageError {
  return new PageError(400, 'Your email address was not verified', message);
}
