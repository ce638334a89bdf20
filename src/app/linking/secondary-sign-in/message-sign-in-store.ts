import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStore,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, finalize, from, Subject, takeUntil } from 'rxjs';

import type { Connection } from '../../identity/connection';
import { triesAfter } from '../../identity/sign-in/message-code';
import {
  leftNoMessage,
  nextSendAt,
  sentOnceMore,
  type MessageSends,
} from '../../identity/sign-in/message-sends';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import { messageSendsMemory } from '../../session/secondary/message/message-sends-memory';
import type { MessageTarget } from '../../session/secondary/message/passwordless-client';
import { PasswordlessSignIn } from '../../session/secondary/message/passwordless-sign-in';
import { failureCodeOf } from '../store/failure-code-of';
import * as state from './message-state';

/** A second sign-in by message that has succeeded, and for which connection it was. */
export interface ProvenByMessage extends MessageTarget {
  readonly session: SecondarySession;
}

/**
 * A sign-in by a code or a link in a message, up to the session that it proves. A store of its own, beside the one of
 * the link: it asks for an address and a code, counts what was sent, and knows nothing of accounts or links. Provided
 * by the link page, and gone with it.
 */
export const MessageSignInStore = signalStore(
  withState(state.initialMessageState),
  withProps(() => {
    const succeeded = new Subject<ProvenByMessage>();

    return {
      /** Emits when somebody has signed in. It is in no state, which can be looked at from everywhere. */
      proven: succeeded.asObservable(),
      _succeeded: succeeded,
      _passwordless: inject(PasswordlessSignIn),
    };
  }),
  withComputed(({ sends }) => ({
    /** When the next message may be asked for, in milliseconds since 1970; `undefined` when none may. */
    nextSendAt: computed(() => nextSendAt(sends())),
  })),
  withMethods((store) => {
    const stopped = new Subject<void>();

    function count({ connection }: MessageTarget, sends: MessageSends): void {
      messageSendsMemory.write(connection.name, sends);
      patchState(store, state.counted(sends));
    }

    /** How many messages were sent before this one, which counts from now on; `undefined` if none may be sent. */
    function beginSending(target: MessageTarget): MessageSends | undefined {
      if (Date.now() < (store.nextSendAt() ?? Infinity)) return undefined;
      const before = store.sends();
      patchState(store, state.busy());
      count(target, sentOnceMore(before, Date.now()));

      return before;
    }

    /** The tenant has sent none if it did not take the address; then nobody has to wait. */
    function notSent(target: MessageTarget, before: MessageSends, cause: unknown): void {
      const problem = failureCodeOf(cause);
      if (store.entry().status === 'busy' && leftNoMessage(problem)) count(target, before);
      patchState(store, state.notSent(problem));
    }

    return {
      begin: ({ name }: Connection): void =>
        patchState(store, state.begun(messageSendsMemory.read(name))),
      // exhaustMap: a second press sends nothing.
      sendCode: rxMethod<MessageTarget>(
        exhaustMap((target) => {
          const before = beginSending(target);
          if (before === undefined) return EMPTY;

          return from(store._passwordless.sendCode(target)).pipe(
            tapResponse({
              next: () => patchState(store, state.codeSent(target)),
              error: (cause) => notSent(target, before, cause),
            }),
            takeUntil(stopped),
          );
        }),
      ),
      // exhaustMap: each code is tried once, however often the button is pressed.
      verifyCode: rxMethod<{ target: MessageTarget; code: string; triesLeft: number }>(
        exhaustMap(({ target, code, triesLeft }) => {
          patchState(store, state.busy());

          return from(store._passwordless.verify(target, code)).pipe(
            tapResponse({
              next: (session) => store._succeeded.next({ session, ...target }),
              error: (cause) => {
                const problem = failureCodeOf(cause);
                const left = triesAfter(problem, triesLeft);
                patchState(store, state.codeRefused(target, left, problem));
              },
            }),
            takeUntil(stopped),
          );
        }),
      ),
      // exhaustMap: one link is waited for at a time.
      sendLink: rxMethod<MessageTarget>(
        exhaustMap((target) => {
          const before = beginSending(target);
          if (before === undefined) return EMPTY;
          const waiting = new AbortController();
          const sent = (): void => patchState(store, state.linkSent(target));

          return from(
            store._passwordless.signInByLink(target, { sent, stopped: waiting.signal }),
          ).pipe(
            tapResponse({
              next: (session) => store._succeeded.next({ session, ...target }),
              error: (cause) => notSent(target, before, cause),
            }),
            takeUntil(stopped),
            finalize(() => waiting.abort()),
          );
        }),
      ),
      stop: (): void => stopped.next(),
    };
  }),
);
