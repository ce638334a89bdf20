import type { Reply } from '../../protocol/reply.ts';
import type { Connection } from '../../state/config/connection.ts';
import { emailField } from '../../ui/email-field.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { problemAlert } from '../../ui/problem-alert.ts';
import { signInAddress, signUpAddress } from '../flow/request/addresses.ts';
import type { Transaction } from '../flow/session/transaction.ts';

interface SignUpForm {
  readonly email: string;
  readonly problem?: string;
}

/** Renders the page that makes an account with an e-mail address and a password (contract §2.3). */
export function signUpPage(
  transaction: Transaction,
  { options }: Connection,
  { email, problem }: SignUpForm,
): Reply {
  const { callback } = transaction.request;

  return page({
    status: problem === undefined ? 200 : 400,
    title: 'Sign up',
    leadsTo: callback.redirectUri,
    main: html`<h1>Sign up</h1>
      <p class="lead">to continue to ${callback.client.name}</p>
      ${problemAlert(problem)}
      <form method="post" action="${signUpAddress(transaction)}">
        ${emailField(email)} ${options.requires_username === true ? usernameField : undefined}
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          aria-describedby="password-hint"
          required
        />
        <small id="password-hint">
          Eight characters or more, with three of: small letters, capital letters, digits, signs.
        </small>
        <button class="primary">Continue</button>
      </form>
      <p class="aside">
        Have an account already? <a href="${signInAddress(transaction)}">Sign in</a>
      </p>`,
  });
}

const usernameField = html`<label for="username">User name</label>
  <input id="username" name="username" autocomplete="nickname" required />`;
