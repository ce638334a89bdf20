import { forgotPasswordPage as render, linkSentPage } from '../../pages/forgot-password-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, textField, type TenantRequest } from '../../protocol/request.ts';
import { sendPasswordLink } from '../../sign-in/password-ticket.ts';
import { findTransaction, offeredConnections } from '../../sign-in/transaction.ts';
import { typedEmail } from '../../sign-in/typed-text.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/forgot-password`: asks for the address. */
export function forgotPasswordPage(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);

  return render(transaction, transaction.request.loginHint ?? '');
}

/** `POST /u/forgot-password`: sends the link, and says the same for an address nobody has. */
export function forgotPassword(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const email = typedEmail(textField(bodyFields(request), 'email') ?? '');
  for (const { name } of offeredConnections(transaction, 'password', state)) {
    sendPasswordLink(name, email, state, now);
  }

  return linkSentPage(transaction, email);
}
