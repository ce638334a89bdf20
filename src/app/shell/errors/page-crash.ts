import { Service, signal } from '@angular/core';

/** Whether an exception has broken the page that is shown, and which address is to be loaded again. */
@Service()
export class PageCrash {
  readonly #url = signal<string | undefined>(undefined);

  /** The address of the page that broke; `undefined` while none has. */
  readonly url = this.#url.asReadonly();

  /** Notes that the page at this address is broken. */
  happened(url: string): void {
    // Not while Angular draws: it would not see that there is something else to be drawn.
    queueMicrotask(() => this.#url.set(url));
  }

  /** Another page is shown, or the same one anew. */
  over(): void {
    this.#url.set(undefined);
  }
}
