import { redirect, type Reply } from '../../protocol/reply.ts';
import { bodyFields, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { typedCode } from '../../ui/typed-text.ts';
import { findSentCode, sendCodeForPage } from '../flow/codes/code-step.ts';
import { type CodeRefusal, spendCode } from '../flow/codes/one-time-codes.ts';
import { finishSignIn } from '../flow/finish.ts';
import { identifierAddress } from '../flow/request/addresses.ts';
import { findTransaction } from '../flow/session/transaction.ts';
import { codePage as render } from './code-page.ts';

/** Answers `GET /u/passwordless/code`: asks for the code that was sent. */
export function codePage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);

  return sent === undefined ? redirect(identifierAddress(transaction)) : render(transaction, sent);
}

/** Answers `POST /u/passwordless/code/again`: sends a new code, which voids the one before. */
export function sendAgain(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);
  if (sent === undefined) return redirect(identifierAddress(transaction));
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
  if (sent === undefined) return redirect(identifierAddress(transaction));
  const code = typedCode(textField(bodyFields(exchange.request), 'code') ?? '');
  if (code === undefined) {
    return render(transaction, sent, { problem: 'Type the digits of the message.' });
  }
  const clientId = transaction.request.callback.client.client_id;
  const spent = spendCode({ ...sent, code, clientId }, exchange);
  if (typeof spent === 'string') return render(transaction, sent, { problem: problems[spent] });

  return finishSignIn(transaction, spent, exchange);
}
