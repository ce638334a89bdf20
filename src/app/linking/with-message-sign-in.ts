import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, finalize, from, Subject, takeUntil } from 'rxjs';

import type { Connection } from '../identity/connection';
import type { FailureCode } from '../identity/failure';
import {
  mostTries,
  nextSendAt,
  noSends,
  sentOnceMore,
  type MessageSends,
} from '../identity/sign-in/message-sends';
import { messageSendsMemory } from '../session/message/message-sends-memory';
import type { MessageTarget } from '../session/message/passwordless-client';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import type { SecondSession } from '../session/second/second-session';
import { failureCodeOf } from './failure-code-of';

/** Where a sign-in by message stands: which question the form asks. */
export type MessageEntry =
  | { readonly step: 'address'; readonly problem?: FailureCode }
  | { readonly step: 'busy' }
  | {
      readonly step: 'code';
      readonly target: MessageTarget;
      readonly triesLeft: number;
      readonly problem?: FailureCode;
    }
  | { readonly step: 'linkSent'; readonly target: MessageTarget };

/** A second sign-in by message that has succeeded, and for which connection it was. */
export interface ProvenByMessage extends MessageTarget {
  readonly session: SecondSession;
}

interface MessageState {
  readonly entry: MessageEntry;
  readonly sends: MessageSends;
}

const asked = (sends: MessageSends): MessageState => ({ entry: { step: 'address' }, sends });
const busy = { entry: { step: 'busy' } } as const;
const notSent = (problem: FailureCode): Partial<MessageState> => ({
  entry: { step: 'address', problem },
});
const codeAsked = (target: MessageTarget, triesLeft = mostTries): Partial<MessageState> => ({
  entry: { step: 'code', target, triesLeft },
});
const codeRefused = (
  target: MessageTarget,
  triesLeft: number,
  problem: FailureCode,
): Partial<MessageState> => ({ entry: { step: 'code', target, triesLeft, problem } });
const linkSent = (target: MessageTarget): Partial<MessageState> => ({
  entry: { step: 'linkSent', target },
});

/** Only a code that was judged costs a try, and one that no longer counts leaves none. */
function triesAfter(problem: FailureCode, triesLeft: number): number {
  if (problem === 'wrong-code') return triesLeft - 1;

  return problem === 'too-many-tries' || problem === 'code-expired' ? 0 : triesLeft;
}

/** Gives a store the sign-in by a code or a link in a message, up to the session that it proves. */
export const withMessageSignIn = () =>
  signalStoreFeature(
    withState(asked(noSends)),
    withProps(() => ({
      _passwordless: inject(PasswordlessSignIn),
      _provenByMessage: new Subject<ProvenByMessage>(),
    })),
    withComputed(({ sends }) => ({
      /** When the next message may be asked for, in milliseconds since 1970; `undefined` when none may. */
      nextSendAt: computed(() => nextSendAt(sends())),
    })),
    withMethods((store) => {
      const stopped = new Subject<void>();

      const isTooEarly = (): boolean => Date.now() < (store.nextSendAt() ?? Infinity);

      function count({ connection }: MessageTarget): void {
        const sends = sentOnceMore(store.sends(), Date.now());
        messageSendsMemory.write(connection.name, sends);
        patchState(store, { sends });
      }

      return {
        beginMessage: ({ name }: Connection): void =>
          patchState(store, asked(messageSendsMemory.read(name))),
        // exhaustMap: a second press sends nothing.
        sendCode: rxMethod<MessageTarget>(
          exhaustMap((target) => {
            if (isTooEarly()) return EMPTY;
            patchState(store, busy);
            count(target);

            return from(store._passwordless.sendCode(target)).pipe(
              tapResponse({
                next: () => patchState(store, codeAsked(target)),
                error: (cause) => patchState(store, notSent(failureCodeOf(cause))),
              }),
              takeUntil(stopped),
            );
          }),
        ),
        // exhaustMap: each code is tried once, however often the button is pressed.
        verifyCode: rxMethod<{ target: MessageTarget; code: string; triesLeft: number }>(
          exhaustMap(({ target, code, triesLeft }) => {
            patchState(store, busy);

            return from(store._passwordless.verify(target, code)).pipe(
              tapResponse({
                next: (session) => store._provenByMessage.next({ session, ...target }),
                error: (cause) => {
                  const problem = failureCodeOf(cause);
                  patchState(store, codeRefused(target, triesAfter(problem, triesLeft), problem));
                },
              }),
              takeUntil(stopped),
            );
          }),
        ),
        // exhaustMap: one link is waited for at a time.
        sendLink: rxMethod<MessageTarget>(
          exhaustMap((target) => {
            if (isTooEarly()) return EMPTY;
            patchState(store, busy);
            count(target);

            const waiting = new AbortController();
            const sent = (): void => patchState(store, linkSent(target));

            return from(
              store._passwordless.signInByLink(target, { sent, stopped: waiting.signal }),
            ).pipe(
              tapResponse({
                next: (session) => store._provenByMessage.next({ session, ...target }),
                error: (cause) => patchState(store, notSent(failureCodeOf(cause))),
              }),
              takeUntil(stopped),
              finalize(() => waiting.abort()),
            );
          }),
        ),
        stopMessage: (): void => stopped.next(),
      };
    }),
  );
