import { parameter } from '../../../protocol/request.ts';
import { isSameSecret } from '../../../protocol/same-secret.ts';
import type { Exchange, Moment } from '../../../state/exchange.ts';
import { identityKey } from '../../../state/people/user.ts';
import type { LoginTicket } from '../../../state/sign-ins/one-time-code.ts';
import type { SignInRequest } from '../../../state/sign-ins/sign-in-request.ts';
import type { TenantState } from '../../../state/tenant-state.ts';
import type { Proof } from '../finish.ts';
import { findBrowser } from './browser-mark.ts';

/**
 * What `/co/authenticate` proved, if this is the browser and the client it was proved for. A ticket
 * is good once, and one that does not fit is gone too (contract §4.4).
 */
export function takeLoginTicket(
  signInRequest: SignInRequest,
  exchange: Exchange,
): Proof | undefined {
  const { request, state } = exchange;
  const id = parameter(request.query, 'login_ticket');
  const ticket = findTicket(id, signInRequest, exchange);
  if (id !== undefined) state.signIns.loginTickets.delete(id);

  const isHere = ticket !== undefined && ticket.browser === findBrowser(exchange);

  return isHere ? proofOf(ticket, state) : undefined;
}

/**
 * A ticket that was made without the cookie of this browser, for a client that has a page to ask
 * for the verifier: browsers hold cookies of other sites back (contract §4.4).
 */
export function unprovedTicket(
  signInRequest: SignInRequest,
  exchange: Exchange,
): { readonly id: string; readonly coId: string; readonly location: string } | undefined {
  const id = parameter(exchange.request.query, 'login_ticket') ?? '';
  const ticket = findTicket(id, signInRequest, exchange);
  const location = signInRequest.callback.client.cross_origin_loc;
  if (ticket === undefined || location === undefined) return undefined;
  if (ticket.browser === findBrowser(exchange)) return undefined;

  return { id, coId: ticket.coId, location };
}

/** What a ticket proved, for whoever knows its verifier. A wrong one is the end of the ticket. */
export function takeVerifiedTicket(
  { id, verifier }: { readonly id: string; readonly verifier: string },
  signInRequest: SignInRequest,
  moment: Moment,
): Proof | undefined {
  const { state } = moment;
  const ticket = findTicket(id, signInRequest, moment);
  state.signIns.loginTickets.delete(id);
  const isRight = ticket !== undefined && isSameSecret(ticket.verifier, verifier);

  return isRight ? proofOf(ticket, state) : undefined;
}

function findTicket(
  id: string | undefined,
  { callback, connection }: SignInRequest,
  { state, nowMs }: Moment,
): LoginTicket | undefined {
  const ticket = state.signIns.loginTickets.get(id ?? '', nowMs);
  const fits =
    ticket?.clientId === callback.client.client_id &&
    (connection === undefined || connection === ticket.realm);

  return fits ? ticket : undefined;
}

function proofOf(ticket: LoginTicket, state: TenantState): Proof | undefined {
  const user = state.users.ownerOf(ticket.identity);
  const identity = user?.identities.find((other) => identityKey(other) === ticket.identity);

  return user === undefined || identity === undefined ? undefined : { user, identity };
}
