import type { Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { codeConnection } from '../flow/codes/code-step.ts';
import { findTransaction } from '../flow/session/transaction.ts';
import { identifierPage as render } from './identifier-page.ts';

/** `GET /u/passwordless`: asks where the code shall go, prefilled by `login_hint`. */
export function identifierPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const address = transaction.request.loginHint ?? '';

  return render(transaction, codeConnection(transaction, exchange.state), { address });
}
