import type { Reply } from '../../protocol/reply.ts';
import { emailField } from '../../ui/email-field.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { forgotPasswordAddress, signInAddress } from '../flow/request/addresses.ts';
import type { Transaction } from '../flow/session/transaction.ts';

/** Asks where the link for a new password shall go. */
export function forgotPasswordPage(transaction: Transaction, email: string): Reply {
  return page({
    title: 'Forgot your password?',
    main: html`<h1>Forgot your password?</h1>
      <p class="lead">We send you a link that sets a new one.</p>
      <form method="post" action="${forgotPasswordAddress(transaction)}">
        ${emailField(email)}
        <button class="primary">Continue</button>
      </form>
      <p class="aside"><a href="${signInAddress(transaction)}">Back to sign in</a></p>`,
  });
}

/** Renders the page after the form, which does not tell whether the address has an account. */
export function linkSentPage(transaction: Transaction, email: string): Reply {
  return page({
    title: 'Look at your email',
    main: html`<h1>Look at your email</h1>
      <p role="status">
        If <strong>${email}</strong> has an account, a link that sets a new password is on its way.
      </p>
      <p class="aside"><a href="${signInAddress(transaction)}">Back to sign in</a></p>`,
  });
}
