import { webMessagePage } from '../pages/web-message-page.ts';
import { CallbackError } from '../protocol/errors.ts';
import { redirect, type Reply } from '../protocol/reply.ts';
import type { Callback } from '../state/sign-in-request.ts';

type Answer = Readonly<Record<string, string>>;

/** Hands a code to the client. */
export function deliverCode(callback: Callback, code: string): Reply {
  return deliver(callback, { code });
}

/** Tells the client why there is no code, the way it would have got one (contract §2.2). */
export function deliverError(callback: Callback, { error, message }: CallbackError): Reply {
  return deliver(callback, { error, error_description: message });
}

function deliver(callback: Callback, outcome: Answer): Reply {
  const answer = {
    ...outcome,
    ...(callback.state !== undefined && { state: callback.state }),
  };
  if (callback.responseMode === 'web_message') return webMessagePage(callback, answer);
  const target = new URL(callback.redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.append(name, value);

  return redirect(target.href);
}
