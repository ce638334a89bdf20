import type { Reply } from '../../protocol/reply.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { emailField } from '../../ui/email-field.ts';
import { html, type Html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { problemAlert } from '../../ui/problem-alert.ts';
import {
  forgotPasswordAddress,
  providerPath,
  signInAddress,
  signUpAddress,
} from '../flow/request/addresses.ts';
import { offeredConnections, type Transaction } from '../flow/session/transaction.ts';

interface SignInForm {
  readonly email: string;
  readonly problem?: string;
}

/** Renders the page for an e-mail address and a password, with a button for each provider. */
export function signInPage(
  transaction: Transaction,
  state: TenantState,
  { email, problem }: SignInForm,
): Reply {
  const { callback } = transaction.request;
  const hasPassword = offeredConnections(transaction, 'password', state).length > 0;
  const providers = offeredConnections(transaction, 'provider', state);

  return page({
    status: problem === undefined ? 200 : 400,
    title: 'Sign in',
    leadsTo: callback.redirectUri,
    main: html`<h1>Sign in</h1>
      <p class="lead">to continue to ${callback.client.name}</p>
      ${problemAlert(problem)} ${hasPassword ? passwordForm(transaction, email) : undefined}
      ${hasPassword && providers.length > 0 ? html`<p class="or"><span>or</span></p>` : undefined}
      <div class="choices">
        ${providers.map(
          ({ name, display_name }) =>
            html`<form method="get" action="${providerPath(name)}">
              <input type="hidden" name="state" value="${transaction.id}" />
              <button class="choice">Continue with ${display_name}</button>
            </form> `,
        )}
      </div>`,
  });
}

function passwordForm(transaction: Transaction, email: string): Html {
  return html`<form method="post" action="${signInAddress(transaction)}">
    ${emailField(email)}
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required />
    <button class="primary">Continue</button>
    <p class="aside">
      <a href="${forgotPasswordAddress(transaction)}">Forgot password?</a>
      <span>New here? <a href="${signUpAddress(transaction)}">Sign up</a></span>
    </p>
  </form>`;
}
