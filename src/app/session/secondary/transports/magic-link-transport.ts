import { inject, Service } from '@angular/core';
import type { PasswordlessStartAuthParams } from 'auth0-js';
import { catchError, concat, defer, finalize, map, switchMap, type Observable } from 'rxjs';

import type { SignInFailure } from '../../../identity/failure';
import { answeredParams } from '../../sign-in/begun-sign-in';
import { SignInError } from '../../sign-in/sign-in-error';
import { AwaitedAnswers } from '../../window/awaited-answers';
import { SecondaryClient } from '../client/secondary-client';
import { CountedSends } from '../message/counted-sends';
import { PasswordlessClient, type MessageTarget } from '../message/passwordless-client';
import { askAddress, shown } from './message-questions';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/** Signs in by a link in a message. This tab waits for the answer, which arrives where the link is opened. */
@Service()
export class MagicLinkTransport implements SecondaryTransport {
  readonly #messages = inject(PasswordlessClient);
  readonly #second = inject(SecondaryClient);
  readonly #answers = inject(AwaitedAnswers);

  signIn({ connection, typed }: TransportRequest): Observable<TransportEvent> {
    const sends = new CountedSends(connection.name);

    const begin = (problem?: SignInFailure): Observable<TransportEvent> =>
      askAddress({ message: 'link', sends, typed, ...(problem && { problem }) }, (address) =>
        concat(shown({ status: 'busy' }), this.#signIn({ connection, address }, sends)).pipe(
          catchError((cause: unknown) => begin(SignInError.from(cause).code)),
        ),
      );

    return begin();
  }

  #signIn(target: MessageTarget, sends: CountedSends): Observable<TransportEvent> {
    const { connection, address } = target;
    const stopped = new AbortController();

    return sends
      .counting(async () => {
        const { address: request, begun } = await this.#second.begin({
          connection: connection.name,
        });
        const answer = this.#answers.answerTo(begun.state, { by: 'link', stopped: stopped.signal });
        await this.#messages.send(target, authParamsOf(new URL(request).searchParams));

        return async () => (await this.#second.finish(begun, await answer)).provenByLink();
      })
      .pipe(
        switchMap((finish) =>
          concat(
            shown({ status: 'linkSent', address, nextSendAtMs: sends.nextSendAtMs }),
            defer(finish).pipe(map((result): TransportEvent => ({ kind: 'signedIn', result }))),
          ),
        ),
        finalize(() => stopped.abort()),
      );
  }
}

/** Gives what the link must repeat so that its answer belongs to this request and no other. */
const authParamsOf = (request: URLSearchParams): PasswordlessStartAuthParams =>
  Object.fromEntries(
    ['response_type', 'redirect_uri', ...answeredParams].map((name) => [
      name,
      request.get(name) ?? '',
    ]),
  );
