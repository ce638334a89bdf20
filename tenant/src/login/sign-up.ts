import { PageError } from '../protocol/errors.ts';
import { bodyFields, type Reply, textField, typedField } from '../protocol/http.ts';
import { defined } from '../protocol/json.ts';
import type { Connection } from '../state/config/connection.ts';
import { isEmailAddress } from '../state/people/attribute-limits.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { emailField } from '../ui/email-field.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { typedEmail } from '../ui/typed-text.ts';
import { finishSignIn } from './flow/finish.ts';
import { passwordProblems } from './flow/passwords/password-policy.ts';
import { signUp as create, type SignUpRefusal } from './flow/passwords/sign-up.ts';
import { pageAddress } from './flow/request/addresses.ts';
import {
  findTransaction,
  offeredConnections,
  type Transaction,
} from './flow/session/transaction.ts';

const problems: Readonly<Record<SignUpRefusal, string>> = {
  ...passwordProblems,
  invalid_signup: 'Nobody new can sign up here.',
  too_long: 'This user name is too long.',
  user_exists: 'There is an account with this address already. Sign in instead.',
  username_exists: 'Somebody has this user name already.',
};

/** Answers `GET /u/signup`: the page for somebody new. */
export function signUpPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const connection = databaseOf(transaction, exchange.state);

  return render(transaction, connection, { email: transaction.request.loginHint ?? '' });
}

/** Answers `POST /u/signup`: makes the account, and signs in with it. */
export async function signUp(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = databaseOf(transaction, state);
  const email = typedEmail(typedField(request, 'email'));
  const password = typedField(request, 'password');
  if (!isEmailAddress(email)) {
    return render(transaction, connection, { email, problem: 'Enter an email address.' });
  }
  const username = textField(bodyFields(request), 'username')?.trim();
  const profile = { email, ...defined({ username }) };
  const created = create({ connection, profile, password }, exchange);
  if (typeof created === 'string') {
    return render(transaction, connection, { email, problem: problems[created] });
  }

  return finishSignIn(transaction, created, exchange);
}

function databaseOf(transaction: Transaction, state: TenantState): Connection {
  const [connection] = offeredConnections(transaction, 'password', state);
  if (connection === undefined) {
    throw new PageError(404, 'Not for this sign-in', 'This sign-in has no way to sign up.');
  }

  return connection;
}

/** Renders the page that makes an account with an e-mail address and a password (contract §2.3). */
function render(
  transaction: Transaction,
  { options }: Connection,
  { email, problem }: { readonly email: string; readonly problem?: string },
): Reply {
  const { callback } = transaction.request;

  return page({
    title: 'Sign up',
    leadsTo: callback.redirectUri,
    lead: `to continue to ${callback.client.name}`,
    problem,
    main: html`<form method="post" action="${pageAddress(transaction, 'signup')}">
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
        Have an account already? <a href="${pageAddress(transaction, 'login')}">Sign in</a>
      </p>`,
  });
}

const usernameField = html`<label for="username">User name</label>
  <input id="username" name="username" autocomplete="nickname" required />`;
