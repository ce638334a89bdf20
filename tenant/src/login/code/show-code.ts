import { redirect, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { findSentCode, sendCodeForPage } from '../flow/codes/code-step.ts';
import { identifierAddress } from '../flow/request/addresses.ts';
import { findTransaction } from '../flow/session/transaction.ts';
import { codePage as render } from './code-page.ts';

/** `GET /u/passwordless/code`: asks for the code that was sent. */
export function codePage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);

  return sent === undefined ? redirect(identifierAddress(transaction)) : render(transaction, sent);
}

/** `POST /u/passwordless/code/again`: sends a new code, which voids the one before. */
export function sendAgain(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const sent = findSentCode(transaction, exchange);
  if (sent === undefined) return redirect(identifierAddress(transaction));
  const { connection, address } = sent;
  const problem = sendCodeForPage(transaction, { connection, typed: address }, exchange);

  return render(transaction, sent, problem === undefined ? { isAgain: true } : { problem });
}
