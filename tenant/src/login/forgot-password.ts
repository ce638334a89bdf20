import { type Reply, typedField } from '../protocol/http.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { emailField } from '../ui/fields.ts';
import { html, type Html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { workbenchLinks } from '../ui/test-people.ts';
import { typedEmail } from '../ui/typed-text.ts';
import { sendPasswordLink } from './flow/passwords/mail-tickets.ts';
import { pageAddress } from './flow/request/addresses.ts';
import {
  findTransaction,
  offeredConnections,
  type Transaction,
} from './flow/session/transaction.ts';

/** Answers `GET /u/forgot-password`: asks where the link for a new password shall go. */
export function forgotPasswordPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const { texts } = transaction;
  const { title, lead } = texts.forgot;

  return page({
    texts,
    title,
    lead,
    main: html`<form method="post" action="${pageAddress(transaction, 'forgot-password')}">
        ${emailField(texts, transaction.request.loginHint ?? '')}
        <button class="primary">${texts.common.continue}</button>
      </form>
      ${backToSignIn(transaction)}`,
  });
}

/** Answers `POST /u/forgot-password`: sends the link, and says the same for an address nobody has. */
export function forgotPassword(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const email = typedEmail(typedField(request, 'email'));
  for (const { name } of offeredConnections(transaction, 'password', state)) {
    sendPasswordLink(name, email, exchange);
  }

  return linkSentPage(transaction, email, state);
}

/** Renders the page after the form, which does not tell whether the address has an account. */
function linkSentPage(transaction: Transaction, email: string, state: TenantState): Reply {
  const { texts } = transaction;

  return page({
    texts,
    title: texts.forgot.sentTitle,
    aside: html`<aside>${workbenchLinks(texts, state)}</aside>`,
    main: html`<p role="status">${texts.forgot.sent(email)}</p>
      ${backToSignIn(transaction)}`,
  });
}

function backToSignIn(transaction: Transaction): Html {
  return html`<p class="aside">
    <a href="${pageAddress(transaction, 'login')}">${transaction.texts.common.backToSignIn}</a>
  </p>`;
}
