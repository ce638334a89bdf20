import type { CallbackError } from '../../protocol/errors.ts';
import { redirect, type Reply } from '../../protocol/http.ts';
import type { Callback } from '../../state/sign-ins/sign-in-request.ts';
import { formPostPage, relayPage, webMessagePage } from './answer-pages.ts';

/** What a client reads at its callback. */
export type Answer = Readonly<Record<string, string>>;

/** Tells the client why there is no code, the way it would have got one (contract §2.2). */
export function deliverError(callback: Callback, { error, message }: CallbackError): Reply {
  return deliver(callback, { error, error_description: message });
}

/** Hands an answer to the client, with the state it gave (contract §2.2). */
export function deliver(callback: Callback, outcome: Answer): Reply {
  const answer = {
    ...outcome,
    ...(callback.state !== undefined && { state: callback.state }),
  };
  switch (callback.responseMode) {
    case 'web_message':
      return webMessagePage(callback, answer);
    case 'relay':
      return relayPage(callback, answer);
    case 'form_post':
      return formPostPage(callback, answer);
    case 'fragment':
      return redirect(`${callback.redirectUri}#${new URLSearchParams(answer).toString()}`);
    case 'query': {
      const target = new URL(callback.redirectUri);
      for (const [name, value] of Object.entries(answer)) target.searchParams.append(name, value);

      return redirect(target.href);
    }
  }
}
