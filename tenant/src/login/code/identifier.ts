import { redirect, type Reply } from '../../protocol/reply.ts';
import { bodyFields, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { codeConnection, sendCodeForPage } from '../flow/codes/code-step.ts';
import { codePageAddress } from '../flow/request/addresses.ts';
import { findTransaction } from '../flow/session/transaction.ts';
import { identifierPage as render } from './identifier-page.ts';

/** Answers `GET /u/passwordless`: asks where the code shall go, prefilled by `login_hint`. */
export function identifierPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const address = transaction.request.loginHint ?? '';

  return render(transaction, codeConnection(transaction, exchange.state), { address });
}

/** Answers `POST /u/passwordless`: sends a code to the address, and asks for it. */
export function identifier(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = codeConnection(transaction, state);
  const address = textField(bodyFields(request), 'address') ?? '';
  const problem = sendCodeForPage(transaction, { connection, typed: address }, exchange);

  return problem === undefined
    ? redirect(codePageAddress(transaction))
    : render(transaction, connection, { address, problem });
}
