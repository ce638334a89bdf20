import { type Reply, typedField } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { emailField } from '../ui/email-field.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
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

  return page({
    title: 'Forgot your password?',
    lead: 'We send you a link that sets a new one.',
    main: html`<form method="post" action="${pageAddress(transaction, 'forgot-password')}">
        ${emailField(transaction.request.loginHint ?? '')}
        <button class="primary">Continue</button>
      </form>
      <p class="aside"><a href="${pageAddress(transaction, 'login')}">Back to sign in</a></p>`,
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

  return linkSentPage(transaction, email);
}

/** Renders the page after the form, which does not tell whether the address has an account. */
function linkSentPage(transaction: Transaction, email: string): Reply {
  return page({
    title: 'Look at your email',
    main: html`<p role="status">
        If <strong>${email}</strong> has an account, a link that sets a new password is on its way.
      </p>
      <p class="aside"><a href="${pageAddress(transaction, 'login')}">Back to sign in</a></p>`,
  });
}
