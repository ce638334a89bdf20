import { type Reply, typedField } from '../protocol/http.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { emailField } from '../ui/email-field.ts';
import { html, type Html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { typedEmail } from '../ui/typed-text.ts';
import { finishSignIn } from './flow/finish.ts';
import { checkPassword } from './flow/passwords/check-password.ts';
import { pageAddress, providerPath } from './flow/request/addresses.ts';
import {
  findTransaction,
  offeredConnections,
  type Transaction,
} from './flow/session/transaction.ts';

/** Answers `GET /u/login`: the tenant's own sign-in page, with the address prefilled by `login_hint`. */
export function passwordPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);

  return render(transaction, exchange.state, { email: transaction.request.loginHint ?? '' });
}

// One text for both, so that the page does not tell which addresses have an account.
const problems = {
  wrong: 'Wrong email address or password.',
  tooMany: 'Too many wrong passwords. Set a new one, then try again.',
  leaked:
    'This password was in a data breach elsewhere, so that it opens nothing here. Set a new one, then try again.',
};

/** Answers `POST /u/login`: checks an e-mail address and its password. */
export async function passwordSignIn(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const email = typedField(request, 'email');
  const password = typedField(request, 'password');
  const connections = offeredConnections(transaction, 'password', state);
  const attempt = { connections, name: typedEmail(email), password, ip: request.ip };
  const checked = checkPassword(attempt, exchange);
  if (typeof checked === 'string') {
    return render(transaction, state, { email, problem: problems[checked] });
  }

  return finishSignIn(transaction, checked, exchange);
}

/** Renders the page for an e-mail address and a password, with a button for each provider. */
function render(
  transaction: Transaction,
  state: TenantState,
  { email, problem }: { readonly email: string; readonly problem?: string },
): Reply {
  const { callback } = transaction.request;
  const hasPassword = offeredConnections(transaction, 'password', state).length > 0;
  const providers = offeredConnections(transaction, 'provider', state);

  return page({
    title: 'Sign in',
    leadsTo: callback.redirectUri,
    lead: `to continue to ${callback.client.name}`,
    problem,
    main: html`${hasPassword ? passwordForm(transaction, email) : undefined}
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
  return html`<form method="post" action="${pageAddress(transaction, 'login')}">
    ${emailField(email)}
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required />
    <button class="primary">Continue</button>
    <p class="aside">
      <a href="${pageAddress(transaction, 'forgot-password')}">Forgot password?</a>
      <span>New here? <a href="${pageAddress(transaction, 'signup')}">Sign up</a></span>
    </p>
  </form>`;
}
