import { consentPage as render } from '../../pages/consent-page.ts';
import { CallbackError, PageError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, parameter, type TenantRequest } from '../../protocol/request.ts';
import { answer } from '../../sign-in/answer.ts';
import { recordConsent, scopeOf } from '../../sign-in/consent.ts';
import { deliverError } from '../../sign-in/deliver.ts';
import { findHaltedSignIn } from '../../sign-in/halted.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /u/consent`: asks the person whether the client may act for them. */
export function consentPage(request: TenantRequest, state: TenantState, now: number): Reply {
  const id = parameter(request.query, 'state') ?? '';
  const { halted, live } = findHaltedSignIn(id, 'consent', request, state, now);
  const scope = scopeOf(halted.request, live.user, state);

  return render({ id, request: halted.request, user: live.user, scope });
}

/** `POST /u/consent`: what the person answers. */
export async function consent(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const id = parameter(request.query, 'state') ?? '';
  const { halted, live } = findHaltedSignIn(id, 'consent', request, state, now);
  const said = bodyFields(request)['answer'];
  if (said !== 'accept' && said !== 'decline') {
    throw new PageError(400, 'No answer', 'The page was sent without Accept or Decline.');
  }
  state.haltedSignIns.delete(id);
  if (said === 'decline') {
    return deliverError(
      halted.request.callback,
      new CallbackError('access_denied', 'User did not authorize the request'),
    );
  }
  recordConsent(halted.request, live.user, state);

  return answer(halted.request, live, halted.claims, state, now);
}
