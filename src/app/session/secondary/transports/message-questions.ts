import {
  catchError,
  concat,
  EMPTY,
  filter,
  map,
  merge,
  of,
  switchAll,
  take,
  type Observable,
} from 'rxjs';

import type { SignInFailure } from '../../../identity/failure';
import type { MessageEntry, Typed } from '../../../identity/sign-in/message-entry';
import { SignInError } from '../../sign-in/sign-in-error';
import type { CountedSends } from '../message/counted-sends';
import type { TransportEvent } from './secondary-transport';

type Events = Observable<TransportEvent>;

/** Reports where a sign-in by message stands. */
const shown = (entry: MessageEntry): Events => of({ kind: 'message', entry });

/**
 * Asks what `entry` says, and goes on with the first answer for which `next` gives something; passes others over.
 * What is `awaited` goes on as well, if it comes first.
 */
export const ask = (
  entry: MessageEntry,
  {
    typed,
    awaited = EMPTY,
  }: { readonly typed: Observable<Typed>; readonly awaited?: Observable<Events> },
  next: (answer: Typed) => Events | undefined,
): Events =>
  concat(
    shown(entry),
    merge(
      typed.pipe(
        map(next),
        filter((then) => then !== undefined),
      ),
      awaited,
    ).pipe(take(1), switchAll()),
  );

/** Reports that something is tried, and goes on with its result or with what went wrong. */
export const attempt = <Result>(
  tried: Observable<Result>,
  next: {
    readonly done: (result: Result) => Events;
    readonly failed: (problem: SignInFailure) => Events;
  },
): Events =>
  concat(
    shown({ status: 'busy' }),
    tried.pipe(
      map(next.done),
      catchError((cause: unknown) => of(next.failed(SignInError.from(cause).code))),
      switchAll(),
    ),
  );

/** Asks where the message is to go, and sends it; passes over an answer too soon after the last message. */
export const askAddress = (
  question: {
    readonly message: 'code' | 'link';
    readonly sends: CountedSends;
    readonly typed: Observable<Typed>;
    readonly problem: SignInFailure | undefined;
  },
  send: (address: string) => Events,
): Events => {
  const { message, typed, sends, problem } = question;
  const { nextSendAtMs, waitsFor } = sends;
  const waiting = { nextSendAtMs, ...(waitsFor !== undefined && { waitsFor }) };

  return ask(
    { status: 'address', message, ...waiting, ...(problem && { problem }) },
    { typed },
    (answer) =>
      answer.kind === 'address' && sends.mayBeSentTo(answer.address)
        ? send(answer.address)
        : undefined,
  );
};
