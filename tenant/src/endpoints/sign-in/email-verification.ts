import { emailVerifiedPage } from '../../pages/email-verified-page.ts';
import { type Reply, text } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { verifyEmail } from '../../sign-in/verification-ticket.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/email-verification`: where the link of a verification mail leads. Opening it is enough. */
export function emailVerification(request: TenantRequest, state: TenantState, now: number): Reply {
  if (request.method === 'HEAD') return text(200, '');
  verifyEmail(request, state, now);

  return emailVerifiedPage();
}
