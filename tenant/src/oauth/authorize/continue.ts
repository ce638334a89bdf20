import { findPausedSignIn } from '../../login/flow/paused-sign-in.ts';
import { proceedAfterPage } from '../../login/flow/proceed.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, parameter, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';

/** Answers `GET` and `POST /continue`: the person is back from the page that a hook sent them to (§9). */
export async function continueSignIn(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const id = parameter(request.query, 'state') ?? textField(bodyFields(request), 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'hook', exchange);
  state.signIns.paused.delete(id);

  return proceedAfterPage(paused, { returnState: id, live }, exchange);
}
