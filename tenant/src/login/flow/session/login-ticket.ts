import { parameter } from '../../../protocol/http.ts';
import { isSameSecret } from '../../../protocol/same-secret.ts';
import type { SignInRequest } from '../../../state/sign-ins/sign-in-request.ts';
import type { LoginTicket } from '../../../state/sign-ins/sign-ins.ts';
import type { Exchange, Moment } from '../../../state/tenant-state.ts';
import type { Proof } from '../finish.ts';
import { findBrowser } from './browser-session.ts';

/**
 * Takes the login ticket of a request, if this is the browser and the client that it was made for. A ticket is
 * good once, and one that does not fit is gone too (contract §4.4).
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

  return isHere ? state.users.holdingOf(ticket.identity) : undefined;
}

/**
 * Finds a login ticket whose cookie this browser did not send, for a client that has a page to ask for the
 * verifier: browsers hold cookies of other sites back (contract §4.4).
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

/** Takes a login ticket by its verifier. A wrong verifier is the end of the ticket (contract §4.4). */
export function takeVerifiedTicket(
  { id, verifier }: { readonly id: string; readonly verifier: string },
  signInRequest: SignInRequest,
  moment: Moment,
): Proof | undefined {
  const { state } = moment;
  const ticket = findTicket(id, signInRequest, moment);
  state.signIns.loginTickets.delete(id);
  const isRight = ticket !== undefined && isSameSecret(ticket.verifier, verifier);

  return isRight ? state.users.holdingOf(ticket.identity) : undefined;
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
