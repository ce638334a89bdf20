/** What the tenant would have sent to a person. */
export interface Message {
  readonly to: string;
  readonly channel: 'email';
  readonly link: string;
  readonly at: string;
}

/** Every message of the tenant, kept instead of sent. */
export class Inbox {
  #messages: readonly Message[] = [];
  #waiting: readonly (() => void)[] = [];

  deliver(message: Message): void {
    this.#messages = [message, ...this.#messages];
    this.release();
  }

  /** The messages of one recipient, or of all of them, newest first. */
  messages(to: string | undefined): readonly Message[] {
    return this.#messages.filter((message) => to === undefined || message.to === to);
  }

  /** Waits until something arrives for anybody, or the time is over. */
  arrival(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#waiting = [
        ...this.#waiting,
        () => {
          clearTimeout(timer);
          resolve();
        },
      ];
    });
  }

  /** Ends every wait. */
  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  clear(): void {
    this.#messages = [];
  }
}
