import { redirect, type Reply, typedField } from '../protocol/http.ts';
import type { ChannelName } from '../state/config/channels.ts';
import { channelOf } from '../state/config/connection.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { typedCode } from '../ui/typed-text.ts';
import { findSentCode, sendCodeForPage, type SentCode } from './flow/codes/code-step.ts';
import { type CodeRefusal, spendCode } from './flow/codes/one-time-codes.ts';
import { finishSignIn } from './flow/finish.ts';
import { pageAddress } from './flow/request/addresses.ts';
import { findTransaction, type Transaction } from './flow/session/transaction.ts';

/** Answers `GET /u/passwordless/code`: asks for the code that was sent. */
export function codePage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);

  return sent === undefined
    ? redirect(pageAddress(transaction, 'passwordless'))
    : render(transaction, sent);
}

/** Answers `POST /u/passwordless/code/again`: sends a new code, which voids the one before. */
export function sendAgain(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);
  if (sent === undefined) return redirect(pageAddress(transaction, 'passwordless'));
  const { connection, address } = sent;
  const problem = sendCodeForPage(transaction, { connection, typed: address }, exchange);

  return render(transaction, sent, problem === undefined ? { isAgain: true } : { problem });
}

const problems: Readonly<Record<CodeRefusal, string>> = {
  wrong: 'That code is not right. Look at the newest message.',
  expired: 'That code is too old. Have a new one sent.',
  tooMany: 'That was wrong three times. Have a new code sent.',
};

/** Answers `POST /u/passwordless/code`: signs in with the code. */
export async function codeSignIn(exchange: Exchange): Promise<Reply> {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);
  if (sent === undefined) return redirect(pageAddress(transaction, 'passwordless'));
  const code = typedCode(typedField(exchange.request, 'code'));
  if (code === undefined) {
    return render(transaction, sent, { problem: 'Type the digits of the message.' });
  }
  const clientId = transaction.request.callback.client.client_id;
  const spent = spendCode({ ...sent, code, clientId }, exchange);
  if (typeof spent === 'string') return render(transaction, sent, { problem: problems[spent] });

  return finishSignIn(transaction, spent, exchange);
}

interface CodeForm {
  readonly problem?: string;
  /** Whether the code was sent once more just now. */
  readonly isAgain?: boolean;
}

const useAnother: Readonly<Record<ChannelName, string>> = {
  sms: 'Use another phone number',
  email: 'Use another email address',
};

function render(
  transaction: Transaction,
  { connection, address }: SentCode,
  { problem, isAgain = false }: CodeForm = {},
): Reply {
  const { callback } = transaction.request;
  const length = connection.options.totp?.length ?? 6;

  return page({
    title: 'Enter the code',
    leadsTo: callback.redirectUri,
    lead: html`We sent ${length} digits to <strong>${address}</strong>. Type them only to continue
      to ${callback.client.name}, and tell them to nobody.`,
    problem,
    main: html`${
        isAgain ? html`<p class="notice" role="status">A new code is on its way.</p>` : undefined
      }
      <form method="post" action="${pageAddress(transaction, 'passwordless/code')}">
        <label for="code">Code</label>
        <input
          id="code"
          class="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
        />
        <button class="primary">Verify</button>
      </form>
      <form method="post" action="${pageAddress(transaction, 'passwordless/code/again')}">
        <button class="quiet">Send again</button>
      </form>
      <p class="aside">
        <a href="${pageAddress(transaction, 'passwordless')}">
          ${useAnother[channelOf(connection).name]}
        </a>
      </p>`,
  });
}
