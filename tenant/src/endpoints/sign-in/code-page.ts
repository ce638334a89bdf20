import { codePage as render } from '../../pages/code-page.ts';
import { redirect, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { identifierAddress } from '../../sign-in/addresses.ts';
import { findSentCode, sendCodeForPage } from '../../sign-in/code-step.ts';
import { findTransaction } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/passwordless/code`: asks for the code that was sent. */
export function codePage(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const sent = findSentCode(transaction, state, now);

  return sent === undefined ? redirect(identifierAddress(transaction)) : render(transaction, sent);
}

/** `POST /u/passwordless/code/again`: sends a new code, which voids the one before. */
export function sendAgain(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const sent = findSentCode(transaction, state, now);
  if (sent === undefined) return redirect(identifierAddress(transaction));
  const { connection, address } = sent;
  const problem = sendCodeForPage(transaction, connection, address, request, state, now);

  return render(transaction, sent, problem === undefined ? { isAgain: true } : { problem });
}
