import { parameter, type TenantRequest } from '../protocol/request.ts';
import type { SignInRequest } from '../state/sign-in-request.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { identityKey } from '../state/user.ts';
import { findBrowser } from './browser-mark.ts';
import type { Proof } from './finish.ts';

/**
 * What `/co/authenticate` proved, if this is the browser and the client it was proved for. A ticket
 * is good once, and one that does not fit is gone too (contract §4.4).
 */
export function takeLoginTicket(
  request: TenantRequest,
  { callback, connection }: SignInRequest,
  state: TenantState,
  now: number,
): Proof | undefined {
  const id = parameter(request.query, 'login_ticket');
  const ticket = id === undefined ? undefined : state.loginTickets.get(id, now);
  if (id === undefined || ticket === undefined) return undefined;
  state.loginTickets.delete(id);
  const fits =
    ticket.clientId === callback.client.client_id &&
    ticket.browser === findBrowser(request, state) &&
    (connection === undefined || connection === ticket.realm);
  const user = fits ? state.users.ownerOf(ticket.identity) : undefined;
  const identity = user?.identities.find((other) => identityKey(other) === ticket.identity);

  return user === undefined || identity === undefined ? undefined : { user, identity };
}
