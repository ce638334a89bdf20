import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { identityKey, withIdentity } from '../../state/people/user.ts';
import { passwordFault } from '../flow/passwords/password-policy.ts';
import { passwordProblems } from '../flow/passwords/password-problems.ts';
import { findTicket } from '../flow/passwords/password-ticket.ts';
import { passwordChangedPage, resetPasswordPage } from './reset-password-page.ts';

/** `POST /u/reset-password`: sets the password, and signs its identity out everywhere (§2.6). */
export function resetPassword(exchange: Exchange): Reply {
  const { request, state, nowMs } = exchange;
  const ticket = findTicket(exchange);
  const password = textField(bodyFields(request), 'password') ?? '';
  const connection = state.config.connections.get(ticket.identity.connection) ?? { options: {} };
  const fault = passwordFault(password, connection, ticket.identity.profile);
  if (fault !== undefined) return resetPasswordPage(ticket, passwordProblems[fault]);
  state.signIns.passwordTickets.delete(ticket.id);
  const at = new Date(nowMs).toISOString();
  state.users.put({
    ...withIdentity(ticket.user, { ...ticket.identity, password, password_leaked: false }),
    updated_at: at,
    last_password_reset: at,
  });
  state.log.append({ type: 'scp', user: ticket.user }, nowMs);
  const key = identityKey(ticket.identity);
  state.signIns.sessions.deleteWhere(({ identity }) => identity === key);

  return passwordChangedPage();
}
