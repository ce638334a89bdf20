import { Service } from '@angular/core';

/** Remembers whether this page has sent anything that may have changed an account. */
@Service()
export class SentWrites {
  #isAny = false;

  /** Whether a write has left since the page was loaded, whatever became of it. */
  get isAny(): boolean {
    return this.#isAny;
  }

  /** Notes that one leaves. */
  noteOne(): void {
    this.#isAny = true;
  }
}
