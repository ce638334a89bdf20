import { CallbackError, PageError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, parameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { answer } from '../flow/answer.ts';
import { recordConsent, scopeOf } from '../flow/consent.ts';
import { deliverError } from '../flow/deliver.ts';
import { findPausedSignIn } from '../flow/paused-sign-in.ts';
import { consentPage as render } from './consent-page.ts';

/** Answers `GET /u/consent`: asks the person whether the client may act for them. */
export function consentPage(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const id = parameter(request.query, 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'consent', exchange);
  const scope = scopeOf(paused.request, live.user, state);

  return render({ id, request: paused.request, user: live.user, scope });
}

/** Answers `POST /u/consent`: what the person answers. */
export async function consent(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const id = parameter(request.query, 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'consent', exchange);
  const said = bodyFields(request)['answer'];
  if (said !== 'accept' && said !== 'decline') {
    throw new PageError(400, 'No answer', 'The page was sent without Accept or Decline.');
  }
  state.signIns.paused.delete(id);
  if (said === 'decline') {
    return deliverError(
      paused.request.callback,
      new CallbackError('access_denied', 'User did not authorize the request'),
    );
  }
  recordConsent(paused.request, live.user, state);

  return answer({ request: paused.request, live }, paused.claims, exchange);
}
