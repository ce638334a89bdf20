import type { Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { findTransaction } from '../flow/session/transaction.ts';
import { signInPage } from './sign-in-page.ts';

/** `GET /u/login`: the tenant's own sign-in page, with the address prefilled by `login_hint`. */
export function passwordPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);

  return signInPage(transaction, exchange.state, { email: transaction.request.loginHint ?? '' });
}
