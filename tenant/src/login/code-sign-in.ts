import { redirect, type Reply, typedField } from '../protocol/http.ts';
import { channelOf } from '../state/config/connection.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { messageBeside } from '../ui/test-people.ts';
import { typedCode } from '../ui/typed-text.ts';
import { findSentCode, sendCodeForPage, type SentCode } from './flow/codes/code-step.ts';
import { spendCode } from './flow/codes/one-time-codes.ts';
import { finishSignIn } from './flow/finish.ts';
import { pageAddress } from './flow/request/addresses.ts';
import { findTransaction, type Transaction } from './flow/session/transaction.ts';

/** Answers `GET /u/passwordless/code`: asks for the code that was sent. */
export function codePage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);

  return sent === undefined
    ? redirect(pageAddress(transaction, 'passwordless'))
    : render(transaction, sent, { state: exchange.state });
}

/** Answers `POST /u/passwordless/code/again`: sends a new code, which voids the one before. */
export function sendAgain(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);
  if (sent === undefined) return redirect(pageAddress(transaction, 'passwordless'));
  const { connection, address } = sent;
  const problem = sendCodeForPage(transaction, { connection, typed: address }, exchange);

  return render(transaction, sent, {
    problem,
    isAgain: problem === undefined,
    state: exchange.state,
  });
}

/** Answers `POST /u/passwordless/code`: signs in with the code. */
export async function codeSignIn(exchange: Exchange): Promise<Reply> {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);
  if (sent === undefined) return redirect(pageAddress(transaction, 'passwordless'));
  const { texts } = transaction;
  const { state } = exchange;
  const code = typedCode(typedField(exchange.request, 'code'));
  if (code === undefined) {
    return render(transaction, sent, { problem: texts.code.notDigits, state });
  }
  const clientId = transaction.request.callback.client.client_id;
  const spent = spendCode({ ...sent, code, clientId }, exchange);
  if (typeof spent === 'string') {
    return render(transaction, sent, { problem: texts.code[spent], state });
  }

  return finishSignIn(transaction, spent, exchange);
}

interface CodeForm {
  readonly state: TenantState;
  readonly problem?: string | undefined;
  /** Whether the code was sent once more just now. */
  readonly isAgain?: boolean;
}

const useAnother = { sms: 'anotherPhone', email: 'anotherEmail' } as const;

function render(
  transaction: Transaction,
  { connection, address }: SentCode,
  { state, problem, isAgain = false }: CodeForm,
): Reply {
  const { callback } = transaction.request;
  const { texts } = transaction;
  const words = texts.code;
  const length = connection.options.totp?.length ?? 6;

  return page({
    texts,
    title: words.title,
    leadsTo: callback.redirectUri,
    lead: words.sent(length, address, callback.client.name),
    problem,
    aside: messageBeside(texts, address, state),
    main: html`${isAgain ? html`<p class="notice" role="status">${words.sentAgain}</p>` : undefined}
      <form method="post" action="${pageAddress(transaction, 'passwordless/code')}">
        <label for="code">${words.label}</label>
        <input
          id="code"
          class="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          ${
            problem === undefined ? undefined : html`aria-invalid="true" aria-describedby="problem"`
          }
          required
        />
        <button class="primary">${words.verify}</button>
      </form>
      <form method="post" action="${pageAddress(transaction, 'passwordless/code/again')}">
        <button class="quiet">${words.again}</button>
      </form>
      <p class="aside">
        <a href="${pageAddress(transaction, 'passwordless')}">
          ${words[useAnother[channelOf(connection).name]]}
        </a>
      </p>`,
  });
}
