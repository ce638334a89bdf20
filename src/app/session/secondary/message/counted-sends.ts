import { defer, tap, type Observable } from 'rxjs';

import {
  leftNoMessage,
  nextSendAtMs,
  sentOnceMore,
  type MessageSends,
} from '../../../identity/sign-in/message-sends';
import { SignInError } from '../../sign-in/sign-in-error';
import { messageSendsMemory } from './message-sends-memory';

/** Counts the messages that are sent for one connection in this tab, and tells when the next may be. */
export class CountedSends {
  readonly #connection: string;
  #sends: MessageSends;

  constructor(connection: string) {
    this.#connection = connection;
    this.#sends = messageSendsMemory.read(connection);
  }

  /** Tells when the next message may be asked for, in milliseconds since 1970; `undefined` when none may. */
  get nextSendAtMs(): number | undefined {
    return nextSendAtMs(this.#sends);
  }

  get mayBeSent(): boolean {
    return Date.now() >= (this.nextSendAtMs ?? Infinity);
  }

  /** Sends a message and counts it. One that was certainly not sent does not count: nobody has to wait for it. */
  counting<T>(send: () => Promise<T>): Observable<T> {
    const before = this.#sends;

    return defer(() => {
      this.#count(sentOnceMore(before, Date.now()));

      return send();
    }).pipe(
      tap({
        error: (cause) => {
          if (leftNoMessage(SignInError.from(cause).code)) this.#count(before);
        },
      }),
    );
  }

  #count(sends: MessageSends): void {
    this.#sends = sends;
    messageSendsMemory.write(this.#connection, sends);
  }
}
