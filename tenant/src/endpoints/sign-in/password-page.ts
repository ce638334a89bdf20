import { signInPage } from '../../pages/sign-in-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { findTransaction } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/login`: the tenant's own sign-in page, with the address prefilled by `login_hint`. */
export function passwordPage(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);

  return signInPage(transaction, state, { email: transaction.request.loginHint ?? '' });
}
