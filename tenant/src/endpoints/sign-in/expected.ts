import { expectedPage as render } from '../../pages/expected-page.ts';
import { PageError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { expectedProof } from '../../sign-in/expected.ts';
import { finishSignIn } from '../../sign-in/finish.ts';
import { findTransaction } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/expected`: a sign-in that needs nobody at the keyboard. */
export function expectedPage(request: TenantRequest, state: TenantState, now: number): Reply {
  return render(findTransaction(request, state, now));
}

/** `POST /u/expected`: whoever was expected has signed in. */
export async function expected(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const transaction = findTransaction(request, state, now);
  const proof = expectedProof(transaction, state);
  if (proof === undefined) {
    throw new PageError(400, 'Nobody is expected', 'Go back to the application and start again.');
  }
  state.control.expectedSignIns.shift();

  return finishSignIn(transaction, proof, request, state, now);
}
