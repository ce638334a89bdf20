/** Counts what happened, and wakes whoever waits for the next time. */
export class ChangeSignal {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  get count(): number {
    return this.#count;
  }

  /** Counts one more, and wakes whoever waits. */
  emit(): void {
    this.#count += 1;
    this.release();
  }

  /** Waits until the count is not the one that the caller knows, or until the time is over. */
  change(known: number, timeoutMs: number): Promise<void> {
    if (this.#count !== known) return Promise.resolve();

    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.#waiting.add(wake);
    });
  }

  /** Ends every wait, so that none keeps the process alive. */
  release(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
