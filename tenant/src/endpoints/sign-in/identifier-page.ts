import { identifierPage as render } from '../../pages/identifier-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { codeConnection } from '../../sign-in/code-step.ts';
import { findTransaction } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/passwordless`: asks where the code shall go, prefilled by `login_hint`. */
export function identifierPage(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const address = transaction.request.loginHint ?? '';

  return render(transaction, codeConnection(transaction, state), { address });
}
