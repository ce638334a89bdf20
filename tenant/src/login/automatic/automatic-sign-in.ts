import { PageError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { automaticProof } from '../flow/automatic-sign-in.ts';
import { finishSignIn } from '../flow/finish.ts';
import { findTransaction } from '../flow/session/transaction.ts';
import { automaticSignInPage as render } from './automatic-sign-in-page.ts';

/** Answers `GET /u/expected`: a sign-in that needs nobody at the keyboard. */
export function automaticSignInPage(exchange: Exchange): Reply {
  return render(findTransaction(exchange));
}

/** Answers `POST /u/expected`: whoever was expected has signed in. */
export async function automaticSignIn(exchange: Exchange): Promise<Reply> {
  const { state } = exchange;
  const transaction = findTransaction(exchange);
  const proof = automaticProof(transaction, state);
  if (proof === undefined) {
    throw new PageError(400, 'Nobody is expected', 'Go back to the application and start again.');
  }
  state.control.automaticSignIns.takeNext();

  return finishSignIn(transaction, proof, exchange);
}
