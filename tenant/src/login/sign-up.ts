import { bodyFields, type Reply, textField, typedField } from '../protocol/http.ts';
import { defined } from '../protocol/json.ts';
import type { Connection } from '../state/config/connection.ts';
import { isEmailAddress } from '../state/people/attribute-limits.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { emailField, passwordField } from '../ui/fields.ts';
import { html, type Html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import type { Texts } from '../ui/texts/en.ts';
import { typedEmail } from '../ui/typed-text.ts';
import { finishSignIn } from './flow/finish.ts';
import { passwordProblem, passwordRules } from './flow/passwords/password-policy.ts';
import { signUp as create, type SignUpRefusal } from './flow/passwords/sign-up.ts';
import { pageAddress } from './flow/request/addresses.ts';
import {
  findTransaction,
  notForThisSignIn,
  offeredConnections,
  type Transaction,
} from './flow/session/transaction.ts';

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
    return render(transaction, connection, {
      email,
      problem: transaction.texts.common.notAnEmail(email),
      wrong: 'email',
    });
  }
  const username = textField(bodyFields(request), 'username')?.trim();
  const profile = { email, ...defined({ username }) };
  const created = create({ connection, profile, password }, exchange);
  if (typeof created === 'string') {
    const problem = problemOf(created, transaction.texts, { connection, username });

    return render(transaction, connection, { email, problem, wrong: wrongIn[created] });
  }

  return finishSignIn(transaction, created, exchange);
}

function databaseOf(transaction: Transaction, state: TenantState): Connection {
  const [connection] = offeredConnections(transaction, 'password', state);
  if (connection === undefined) {
    throw notForThisSignIn();
  }

  return connection;
}

interface SignUpForm {
  readonly email: string;
  readonly problem?: string;
  /** Which field the problem is about. */
  readonly wrong?: 'email' | 'password' | undefined;
}

/** The field that a refusal is about, where it is one that every form has. */
const wrongIn: Partial<Readonly<Record<SignUpRefusal, 'email' | 'password'>>> = {
  user_exists: 'email',
  invalid_password: 'password',
  password_dictionary_error: 'password',
  password_no_user_info_error: 'password',
};

function problemOf(
  refusal: SignUpRefusal,
  texts: Texts,
  {
    connection,
    username = '',
  }: { readonly connection: Connection; readonly username?: string | undefined },
): string {
  switch (refusal) {
    case 'invalid_signup':
      return texts.common.nobodyNew;
    case 'too_long':
      return texts.signUp.nameTooLong(username);
    case 'user_exists':
      return texts.signUp.exists;
    case 'username_exists':
      return texts.signUp.nameTaken(username);
    default:
      return passwordProblem(refusal, texts, connection);
  }
}

/** Renders the page that makes an account with an e-mail address and a password (contract §2.3). */
function render(
  transaction: Transaction,
  connection: Connection,
  { email, problem, wrong }: SignUpForm,
): Reply {
  const { texts } = transaction;
  const { callback } = transaction.request;
  const hasUsername = connection.options.requires_username === true;

  return page({
    texts,
    title: texts.common.signUp,
    leadsTo: callback.redirectUri,
    lead: texts.common.continueTo(callback.client.name),
    problem,
    main: html`<form method="post" action="${pageAddress(transaction, 'signup')}">
        ${emailField(texts, email, { isWrong: wrong === 'email' })}
        ${hasUsername ? usernameField(texts) : undefined}
        ${passwordField(texts, {
          autocomplete: 'new-password',
          rules: passwordRules(texts, connection),
          isWrong: wrong === 'password',
        })}
        <button class="primary">${texts.common.continue}</button>
      </form>
      <p class="aside">
        <span>
          ${texts.signUp.haveAccount}
          <a href="${pageAddress(transaction, 'login')}">${texts.common.signIn}</a>
        </span>
      </p>`,
  });
}

const usernameField = ({ common }: Texts): Html =>
  html`<label for="username">${common.username}</label>
    <input id="username" name="username" autocomplete="nickname" required />`;
