import { inject, Service } from '@angular/core';
import { GenericError } from '@auth0/auth0-spa-js';
import { defer, of, type Observable } from 'rxjs';

import type { SignInFailure } from '../../../identity/failure';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import { SecondaryClient } from '../client/secondary-client';
import type { SecondarySession } from '../client/secondary-session';
import { CountedSends } from '../message/counted-sends';
import { PasswordlessClient, type MessageTarget } from '../message/passwordless-client';
import { ask, askAddress, attempt } from './message-questions';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/** How often a code may be typed wrong before the tenant gives it up (contract §4.1). */
const mostTries = 3;
/** How long a code is good for (contract §4.1). */
const codeLifetimeMs = 180_000;

/** A code that was sent: when, in milliseconds since 1970, and how often it may still be tried. */
interface SentCode extends MessageTarget {
  readonly sentAtMs: number;
  readonly triesLeft: number;
}

/** Signs in by a code in a message, which is typed into this page: no page of the tenant's is shown. */
@Service()
export class EmbeddedTransport implements SecondaryTransport {
  readonly #messages = inject(PasswordlessClient);
  readonly #second = inject(SecondaryClient);
  readonly #trace = inject(SessionTrace);

  signIn({ connection, typed }: TransportRequest): Observable<TransportEvent> {
    const sends = new CountedSends(connection.name);

    const askForAddress = (problem?: SignInFailure): Observable<TransportEvent> =>
      askAddress({ message: 'code', sends, typed, problem }, (address) =>
        send(address, askForAddress),
      );

    const send = (
      address: string,
      failed: (problem: SignInFailure) => Observable<TransportEvent>,
    ): Observable<TransportEvent> =>
      attempt(
        sends.counting(address, () => this.#send({ connection, address })),
        {
          done: (sentAtMs) => askForCode({ connection, address, sentAtMs, triesLeft: mostTries }),
          failed,
        },
      );

    const askForCode = (sent: SentCode, problem?: SignInFailure): Observable<TransportEvent> => {
      const { address, triesLeft } = sent;
      const { nextSendAtMs } = sends;
      const entry = { status: 'code', address, triesLeft, nextSendAtMs } as const;

      return ask({ ...entry, ...(problem && { problem }) }, { typed }, (answer) => {
        switch (answer.kind) {
          case 'code':
            return verify(sent, answer.code);
          case 'otherAddress':
            return askForAddress();
          case 'address':
            // The code that was sent before is still good when another one does not go.
            return sends.mayBeSentTo(answer.address)
              ? send(answer.address, (why) => askForCode(sent, why))
              : undefined;
        }
      });
    };

    const verify = (sent: SentCode, code: string): Observable<TransportEvent> =>
      attempt(
        defer(() => this.#verify(sent, code)),
        {
          done: (result) => of({ kind: 'signedIn', result }),
          failed: (problem) =>
            askForCode({ ...sent, triesLeft: triesAfter(problem, sent.triesLeft) }, problem),
        },
      );

    return askForAddress();
  }

  async #send(target: MessageTarget): Promise<number> {
    this.#trace.signIn({ who: 'second', step: 'opened', connection: target.connection.name });
    await this.#messages.send(target);

    return Date.now();
  }

  /** Trades the code for a ticket, with which the SDK signs in silently: PKCE, state and nonce stay with it. */
  async #verify(sent: SentCode, code: string): Promise<SecondarySession> {
    const ticket = await this.#messages.ticketFor(sent, code).catch((error: unknown) => {
      const isLate = Date.now() - sent.sentAtMs > codeLifetimeMs;
      const isWrong = error instanceof SignInError && error.code === 'wrong-code';
      throw isLate && isWrong ? new SignInError('code-expired', { cause: error }) : error;
    });
    const client = this.#second.create();
    await client
      .getTokenSilently({
        cacheMode: 'off',
        authorizationParams: { login_ticket: ticket, realm: sent.connection.name },
      })
      .catch((cause: unknown) => {
        throw asksForSignIn(cause)
          ? new SignInError(asksForSecondStep(cause) ? 'page-needed' : 'embedded-blocked', {
              cause,
            })
          : SignInError.from(cause);
      });

    return this.#second.sessionOf(client, sent.sentAtMs);
  }
}

/**
 * Counts how many tries are left. A wrong code costs one, and trouble on the way none; whatever else was answered, the
 * code has been used up or counts no more.
 */
function triesAfter(problem: SignInFailure, triesLeft: number): number {
  if (problem === 'wrong-code') return triesLeft - 1;

  return isTrouble(problem) ? triesLeft : 0;
}

const isTrouble = (problem: SignInFailure): boolean =>
  problem === 'unreachable' || problem === 'busy' || problem === 'tenant-error';

/** Whether a ticket was not accepted: it needs the tenant's cookie, which a browser may hold back from a frame. */
const asksForSignIn = (cause: unknown): cause is GenericError =>
  cause instanceof GenericError && cause.error === 'login_required';

/** Whether the tenant wants a second step. It has no code for that, and the SDK knows it by these words, too. */
const asksForSecondStep = ({ error_description: words }: GenericError): boolean =>
  words === 'Multifactor authentication required';
