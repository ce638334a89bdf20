import { catchError, concat, filter, map, of, switchAll, take, type Observable } from 'rxjs';

import type { SignInFailure } from '../../../identity/failure';
import type { MessageEntry, Typed } from '../../../identity/sign-in/message-entry';
import { SignInError } from '../../sign-in/sign-in-error';
import type { CountedSends } from '../message/counted-sends';
import type { TransportEvent } from './secondary-transport';

type Events = Observable<TransportEvent>;

/** Shows where a sign-in by message stands. */
export const shown = (entry: MessageEntry): Events => of({ kind: 'message', entry });

/** Asks, and goes on with the first answer that leads on; what is typed after that is for no question. */
export const ask = (
  entry: MessageEntry,
  typed: Observable<Typed>,
  next: (answer: Typed) => Events | undefined,
): Events =>
  concat(
    shown(entry),
    typed.pipe(
      map(next),
      filter((then) => then !== undefined),
      take(1),
      switchAll(),
    ),
  );

/** Shows that something is tried, and goes on from what has come of it, or from what went wrong. */
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

/** Asks where the message is to go; one that comes too early after another goes nowhere. */
export const askAddress = (
  question: {
    readonly message: 'code' | 'link';
    readonly sends: CountedSends;
    readonly typed: Observable<Typed>;
    readonly problem?: SignInFailure;
  },
  send: (address: string) => Events,
): Events => {
  const { typed, sends, ...asked } = question;

  return ask({ status: 'address', nextSendAtMs: sends.nextSendAtMs, ...asked }, typed, (answer) =>
    answer.kind === 'address' && sends.mayBeSent ? send(answer.address) : undefined,
  );
};
