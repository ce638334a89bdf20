import { type Reply, typedField } from '../protocol/http.ts';
import { accountLabel, identityKey, withIdentity } from '../state/people/user.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { shownName } from '../ui/shown-name.ts';
import { findTicket, type PasswordTicket } from './flow/passwords/mail-tickets.ts';
import { passwordFault, passwordProblems } from './flow/passwords/password-policy.ts';

/** Answers `GET /u/reset-password`: where the link of a password mail leads. Looking does not spend it. */
export function resetPasswordPage(exchange: Exchange): Reply {
  return render(findTicket(exchange));
}

/** Answers `POST /u/reset-password`: sets the password, and signs its identity out everywhere (§2.6). */
export function resetPassword(exchange: Exchange): Reply {
  const { request, state, nowMs } = exchange;
  const ticket = findTicket(exchange);
  const password = typedField(request, 'password');
  const connection = state.config.connections.get(ticket.identity.connection) ?? { options: {} };
  const fault = passwordFault(password, connection, ticket.identity.profile);
  if (fault !== undefined) return render(ticket, passwordProblems[fault]);
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

  return page({
    title: 'Password changed',
    main: html`<p role="status">Go back to the application and sign in with the new password.</p>`,
  });
}

/** Renders the page behind the link of a password mail. */
function render({ id, identity }: PasswordTicket, problem?: string): Reply {
  return page({
    title: 'Set a new password',
    lead: `for ${shownName(accountLabel(identity))}`,
    problem,
    main: html`<form method="post" action="/u/reset-password?ticket=${id}">
      <label for="password">New password</label>
      <input id="password" name="password" type="password" autocomplete="new-password" required />
      <button class="primary">Set password</button>
    </form>`,
  });
}
