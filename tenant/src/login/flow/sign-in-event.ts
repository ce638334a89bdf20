import { callerOf } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import type { TenantEvent } from '../../state/log/tenant-event.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import type { Exchange } from '../../state/tenant-state.ts';
import type { LiveSession } from './session/browser-session.ts';

/** Makes the log's event of a silent sign-in, without its type (contract §6.13). */
export function signInEvent(
  { callback, audience, scope }: SignInRequest,
  live: LiveSession | undefined,
  { request, state }: Exchange,
): Omit<TenantEvent, 'type'> {
  return {
    client: callback.client,
    ...callerOf(request),
    scope: scope.join(' '),
    ...defined({
      connection: state.config.connections.get(live?.session.connection ?? ''),
      user: live?.user,
      audience,
    }),
  };
}
