import { defer, tap, type Observable } from 'rxjs';

import {
  leftNoMessage,
  mostSends,
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
  /** Where the last one went, if it was sent since this page was loaded; it is kept nowhere. */
  #lastAddress: string | undefined;

  constructor(connection: string) {
    this.#connection = connection;
    this.#sends = messageSendsMemory.read(connection);
  }

  /** Tells when the next message may be asked for, in milliseconds since 1970. */
  get nextSendAtMs(): number {
    return nextSendAtMs(this.#sends);
  }

  /** Gives the one address that has to wait; `undefined` where all have to. A number nobody sent to locks nothing. */
  get waitsFor(): string | undefined {
    return this.#sends.count < mostSends ? this.#lastAddress : undefined;
  }

  /** Whether a message may go to an address now; one to another address than the last need not wait. */
  mayBeSentTo(address: string): boolean {
    const mustWait = address === (this.waitsFor ?? address);

    return !mustWait || Date.now() >= this.nextSendAtMs;
  }

  /** Sends a message and counts it. One that has certainly not left does not count: nobody has to wait for it. */
  counting<T>(address: string, send: () => Promise<T>): Observable<T> {
    const before = this.#sends;
    const lastAddress = this.#lastAddress;

    return defer(() => {
      this.#count(sentOnceMore(before, Date.now()), address);

      return send();
    }).pipe(
      tap({
        error: (cause) => {
          if (leftNoMessage(SignInError.from(cause).code)) this.#count(before, lastAddress);
        },
      }),
    );
  }

  #count(sends: MessageSends, lastAddress: string | undefined): void {
    this.#sends = sends;
    this.#lastAddress = lastAddress;
    messageSendsMemory.write(this.#connection, sends);
  }
}
