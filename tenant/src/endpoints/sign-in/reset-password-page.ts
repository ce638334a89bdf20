import { resetPasswordPage as render } from '../../pages/reset-password-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { findTicket } from '../../sign-in/password-ticket.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/reset-password`: where the link of a password mail leads. Looking does not spend it. */
export function resetPasswordPage(request: TenantRequest, state: TenantState, now: number): Reply {
  return render(findTicket(request, state, now));
}
