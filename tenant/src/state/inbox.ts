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

/** Every message of the tenant, kept instead of sent. */
export class Inbox {
  /** Tells whenever the inbox is not what it was. */
  readonly changes = new ChangeSignal();
  #messages: readonly Message[] = [];
  #isOver = false;
  /** Takes a message in, and wakes whoever waits for one. */
  deliver(message: Message): void {
    this.#messages = [message, ...this.#messages];
    this.changes.emit();
  }

  /** Lists the messages of one recipient, or of all of them, newest first. */
  messages(to: string | undefined): readonly Message[] {
    return this.#messages.filter((message) => to === undefined || message.to === to);
  }

  /** Waits until there is a message of one recipient, or of anybody, or the time is over. */
  async arrival(to: string | undefined, timeoutMs: number): Promise<void> {
    const endMs = performance.now() + timeoutMs;
    while (this.messages(to).length === 0 && performance.now() < endMs && !this.#isOver) {
      await this.changes.change(this.changes.count, endMs - performance.now());
    }
  }
  /** Ends every wait, so that none keeps the process alive. */
  release(): void {
    this.#isOver = true;
    this.changes.release();
  }

  clear(): void {
    this.#messages = [];
    this.changes.emit();
  }
}
