import { identifierPage } from '../../pages/identifier-page.ts';
import { redirect, type Reply } from '../../protocol/reply.ts';
import { bodyFields, textField, type TenantRequest } from '../../protocol/request.ts';
import { codePageAddress } from '../../sign-in/addresses.ts';
import { codeConnection, sendCodeForPage } from '../../sign-in/code-step.ts';
import { findTransaction } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `POST /u/passwordless`: sends a code to the address, and asks for it. */
export function identifier(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const connection = codeConnection(transaction, state);
  const address = textField(bodyFields(request), 'address') ?? '';
  const problem = sendCodeForPage(transaction, connection, address, request, state, now);

  return problem === undefined
    ? redirect(codePageAddress(transaction))
    : identifierPage(transaction, connection, { address, problem });
}
