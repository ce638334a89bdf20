import { inject, Service } from '@angular/core';
import type { PasswordlessStartAuthParams } from 'auth0-js';
import { catchError, finalize, from, map, of, type Observable } from 'rxjs';

import type { SignInFailure } from '../../../identity/failure';
import { answeredParams } from '../../sign-in/begun-sign-in';
import { SignInError } from '../../sign-in/sign-in-error';
import { AwaitedAnswers } from '../../window/awaited-answers';
import { SecondaryClient } from '../client/secondary-client';
import type { SecondarySession } from '../client/secondary-session';
import { CountedSends } from '../message/counted-sends';
import { PasswordlessClient, type MessageTarget } from '../message/passwordless-client';
import { ask, askAddress, attempt } from './message-questions';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/** A link that was sent: where to, and who signs in when it is opened. */
interface SentLink {
  readonly address: string;
  readonly session: Promise<SecondarySession>;
  /** Ends the wait for it. */
  readonly awaited: AbortController;
}

/** Signs in by a link in a message. This tab waits for the answer, which arrives where the link is opened. */
@Service()
export class MagicLinkTransport implements SecondaryTransport {
  readonly #messages = inject(PasswordlessClient);
  readonly #second = inject(SecondaryClient);
  readonly #answers = inject(AwaitedAnswers);

  signIn({ connection, typed }: TransportRequest): Observable<TransportEvent> {
    const sends = new CountedSends(connection.name);
    const allAwaited = new Set<AbortController>();

    const begin = (problem?: SignInFailure): Observable<TransportEvent> =>
      askAddress({ message: 'link', sends, typed, problem }, (address) =>
        attempt(send(address), { done: waitFor, failed: begin }),
      );

    const send = (address: string): Observable<SentLink> =>
      sends.counting(address, () => {
        const awaited = new AbortController();
        allAwaited.add(awaited);

        return this.#send({ connection, address }, awaited);
      });

    /** Waits until the link is opened, another one is sent, or it is to go elsewhere. */
    const waitFor = (link: SentLink, problem?: SignInFailure): Observable<TransportEvent> => {
      const { address } = link;
      const { nextSendAtMs } = sends;
      const entry = { status: 'linkSent', address, nextSendAtMs } as const;

      const awaited = from(link.session).pipe(
        map((result) => of<TransportEvent>({ kind: 'signedIn', result })),
        catchError((cause: unknown) => of(begin(SignInError.from(cause).code))),
      );

      return ask({ ...entry, ...(problem && { problem }) }, { typed, awaited }, (answer) => {
        switch (answer.kind) {
          case 'code':
            return undefined;
          case 'otherAddress':
            link.awaited.abort();

            return begin();
          case 'address':
            return sends.mayBeSentTo(answer.address) ? sendAgain(link) : undefined;
        }
      });
    };

    /** The link that was sent before is good until the next one has been sent. */
    const sendAgain = (link: SentLink): Observable<TransportEvent> =>
      attempt(send(link.address), {
        done: (next) => {
          link.awaited.abort();

          return waitFor(next);
        },
        failed: (problem) => waitFor(link, problem),
      });

    return begin().pipe(
      finalize(() => {
        for (const awaited of allAwaited) awaited.abort();
      }),
    );
  }

  async #send(target: MessageTarget, awaited: AbortController): Promise<SentLink> {
    const { connection, address } = target;
    const { address: request, begun } = await this.#second.begin({ connection: connection.name });
    const answer = this.#answers.answerTo(begun.state, { by: 'link', stopped: awaited.signal });
    await this.#messages
      .send(target, authParamsOf(new URL(request).searchParams))
      .catch((cause: unknown) => {
        awaited.abort();
        throw cause;
      });
    const session = answer
      .then((url) => this.#second.finish(begun, url))
      .then((proven) => proven.provenByLink());
    // Whoever waits for it hears of it; while another link is sent, nobody does.
    session.catch(() => undefined);

    return { address, session, awaited };
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
