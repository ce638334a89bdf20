import { type Reply, typedField } from '../protocol/http.ts';
import type { Connection } from '../state/config/connection.ts';
import { accountLabel, identityKey, withIdentity } from '../state/people/user.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { appLink, likelyApp } from '../ui/app-link.ts';
import { passwordField } from '../ui/fields.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { shownName } from '../ui/shown-name.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';
import { findTicket, type PasswordTicket } from './flow/passwords/mail-tickets.ts';
import { passwordFault, passwordProblem, passwordRules } from './flow/passwords/password-policy.ts';

/** Answers `GET /u/reset-password`: where the link of a password mail leads. Looking does not spend it. */
export function resetPasswordPage(exchange: Exchange): Reply {
  return render(findTicket(exchange), exchange);
}

/** Answers `POST /u/reset-password`: sets the password, and signs its identity out everywhere (§2.6). */
export function resetPassword(exchange: Exchange): Reply {
  const { request, state, nowMs } = exchange;
  const ticket = findTicket(exchange);
  const password = typedField(request, 'password');
  const texts = chooseTexts(request, state);
  const connection = connectionOf(ticket, exchange);
  const fault = passwordFault(password, connection, ticket.identity.profile);
  if (fault !== undefined) {
    return render(ticket, exchange, passwordProblem(fault, texts, connection));
  }
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
    texts,
    title: texts.reset.doneTitle,
    main: html`<p role="status">${texts.reset.done}</p>
      ${appLink(texts, likelyApp(state))}`,
  });
}

function connectionOf(
  { identity }: PasswordTicket,
  { state }: Exchange,
): Pick<Connection, 'options'> {
  return state.config.connections.get(identity.connection) ?? { options: {} };
}

/** Renders the page behind the link of a password mail. */
function render(ticket: PasswordTicket, exchange: Exchange, problem?: string): Reply {
  const texts = chooseTexts(exchange.request, exchange.state);
  const words = texts.reset;

  return page({
    texts,
    title: words.title,
    lead: words.for(shownName(accountLabel(ticket.identity))),
    problem,
    main: html`<form method="post" action="/u/reset-password?ticket=${ticket.id}">
      ${passwordField(texts, {
        label: words.label,
        autocomplete: 'new-password',
        rules: passwordRules(texts, connectionOf(ticket, exchange)),
        isWrong: problem !== undefined,
      })}
      <button class="primary">${words.button}</button>
    </form>`,
  });
}
