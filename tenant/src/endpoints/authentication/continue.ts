import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, parameter, textField, type TenantRequest } from '../../protocol/request.ts';
import { findHaltedSignIn } from '../../sign-in/halted.ts';
import { proceedAfterPage } from '../../sign-in/proceed.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET` and `POST /continue`: the person is back from the page that a hook sent them to (§9). */
export async function continueSignIn(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const id = parameter(request.query, 'state') ?? textField(bodyFields(request), 'state') ?? '';
  const { halted, live } = findHaltedSignIn(id, 'hook', request, state, now);
  state.haltedSignIns.delete(id);

  return proceedAfterPage(halted, id, live, request, state, now);
}
