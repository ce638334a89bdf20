import { abandonSignIn, finishSignIn } from '../login/flow/finish.ts';
import { pageAddress } from '../login/flow/request/addresses.ts';
import { takeVerifiedTicket } from '../login/flow/session/login-ticket.ts';
import { signInEnded } from '../login/flow/session/transaction.ts';
import { CallbackError } from '../protocol/errors.ts';
import { bodyFields, parameter, redirect, type Reply, textField } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';

/**
 * Answers `POST /co/verify`: the tenant's verification page brings what the client's page told it. The
 * verifier is what ties the ticket to this browser, so that no cookie has to (contract §4.4).
 */
export async function coVerify(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const id = parameter(request.query, 'state') ?? '';
  const open = state.signIns.transactions.get(id, nowMs);
  if (open === undefined) throw signInEnded();
  const texts = chooseTexts(request, state);
  const transaction = { id, request: open.request, texts };
  const fields = bodyFields(request);
  const brought = {
    id: textField(fields, 'login_ticket') ?? '',
    verifier: textField(fields, 'verifier') ?? '',
  };
  const proof = takeVerifiedTicket(brought, open.request, exchange);
  if (proof !== undefined) return finishSignIn(transaction, proof, exchange);

  return open.request.prompts.includes('none')
    ? abandonSignIn(transaction, new CallbackError('login_required', 'Login required'), state)
    : redirect(pageAddress(transaction, 'login'));
}
