import { type Reply, typedField } from '../protocol/http.ts';
import type { Connection } from '../state/config/connection.ts';
import { accountLabel } from '../state/people/user.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { emailField, hiddenFields, passwordField } from '../ui/fields.ts';
import { html, type Html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { strategyMark } from '../ui/marks.ts';
import { testPeople } from '../ui/test-people.ts';
import { typedEmail } from '../ui/typed-text.ts';
import { finishSignIn } from './flow/finish.ts';
import { checkPassword, type PasswordRefusal } from './flow/passwords/check-password.ts';
import { pageAddress, providerPath } from './flow/request/addresses.ts';
import {
  findTransaction,
  offeredConnections,
  pageQuery,
  type Transaction,
} from './flow/session/transaction.ts';

/** Answers `GET /u/login`: the tenant's own sign-in page, with the address prefilled by `login_hint`. */
export function passwordPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);

  return render(transaction, exchange.state, { email: transaction.request.loginHint ?? '' });
}

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
    return render(transaction, state, { email, problem: problemOf(checked, transaction) });
  }

  return finishSignIn(transaction, checked, exchange);
}

/** Renders the page for an e-mail address and a password, with a button for each provider. */
function render(
  transaction: Transaction,
  state: TenantState,
  { email, problem }: { readonly email: string; readonly problem?: Html | string },
): Reply {
  const { texts } = transaction;
  const { callback } = transaction.request;
  const databases = offeredConnections(transaction, 'password', state).map(({ name }) => name);
  const hasPassword = databases.length > 0;
  const providers = offeredConnections(transaction, 'provider', state);

  return page({
    texts,
    title: texts.signIn.title(callback.client.name),
    leadsTo: callback.redirectUri,
    problem,
    aside: testPeople({
      ...{ texts, state, connections: databases },
      fields: (identity) =>
        identity.password === undefined
          ? undefined
          : { email: accountLabel(identity), password: identity.password },
    }),
    main: html`${hasPassword ? passwordForm(transaction, email, problem !== undefined) : undefined}
      ${hasPassword && providers.length > 0 ? html`<p class="or"><span>${texts.signIn.or}</span></p>` : undefined}
      <div class="choices">
        ${providers.map((connection) => providerButton(transaction, connection))}
      </div>`,
  });
}

function providerButton(transaction: Transaction, connection: Connection): Html {
  const { name, display_name: label } = connection;

  return html`<form method="get" action="${providerPath(name)}">
    ${hiddenFields(pageQuery(transaction))}
    <button class="choice" aria-label="${transaction.texts.signIn.with(label)}">
      ${strategyMark(connection.strategy)} <span>${label}</span>
    </button>
  </form> `;
}

/** What is wrong, and the way to a new password where only that helps. */
function problemOf(refusal: PasswordRefusal, transaction: Transaction): Html | string {
  const { texts } = transaction;
  // One text for both, so that the page does not tell which addresses have an account.
  if (refusal === 'wrong') return texts.signIn.wrong;

  return html`${texts.signIn[refusal]}
    <a href="${pageAddress(transaction, 'forgot-password')}">${texts.signIn.setNew}</a>`;
}

function passwordForm(transaction: Transaction, email: string, isWrong: boolean): Html {
  const { texts } = transaction;
  const { common, signIn } = texts;

  return html`<form method="post" action="${pageAddress(transaction, 'login')}">
    ${emailField(texts, email, { isWrong })}
    ${passwordField(texts, { autocomplete: 'current-password', isWrong })}
    <button class="primary">${common.continue}</button>
    <p class="aside">
      <a href="${pageAddress(transaction, 'forgot-password')}">${signIn.forgot}</a>
      <span>
        ${signIn.newHere} <a href="${pageAddress(transaction, 'signup')}">${common.signUp}</a>
      </span>
    </p>
  </form>`;
}
