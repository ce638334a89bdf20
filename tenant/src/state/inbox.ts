import type { ChannelName } from './config/channels.ts';
import { ChangeSignal } from './control/change-signal.ts';

/** What the tenant would have sent to a person. */
export interface Message {
  readonly to: string;
  readonly channel: ChannelName;
  readonly code?: string;
  readonly link?: string;
  /** The whole message, where the connection words it. */
  readonly body?: string;
  readonly at: string;
}

interface Waiting {
  readonly to: string | undefined;
  readonly wake: () => void;
}

/** Every message of the tenant, kept instead of sent. */
export class Inbox {
  /** Tells whenever the inbox is not what it was. */
  readonly changes = new ChangeSignal();
  #messages: readonly Message[] = [];
  readonly #waiting = new Set<Waiting>();

  deliver(message: Message): void {
    this.#messages = [message, ...this.#messages];
    this.changes.emit();
    for (const { to, wake } of this.#waiting) {
      if (isFor(message, to)) wake();
    }
  }

  /** The messages of one recipient, or of all of them, newest first. */
  messages(to: string | undefined): readonly Message[] {
    return this.#messages.filter((message) => isFor(message, to));
  }

  /** Waits for a message of one recipient, or of anybody, until the time is over. */
  arrival(to: string | undefined, timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const waiting = {
        to,
        wake: () => {
          finish();
        },
      };
      const timer = setTimeout(() => {
        finish();
      }, timeoutMs);
      const finish = () => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
        resolve();
      };
      this.#waiting.add(waiting);
    });
  }

  /** Ends every wait, so that none keeps the process alive. */
  release(): void {
    this.changes.release();
    for (const { wake } of this.#waiting) wake();
  }

  clear(): void {
    this.#messages = [];
    this.changes.emit();
  }
}

function isFor(message: Message, to: string | undefined): boolean {
  return to === undefined || message.to === to;
}
