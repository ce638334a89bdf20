import { inject, Service, signal } from '@angular/core';

import { readReceipt } from '../../identity/link/kept-receipt';
import type { LinkReceipt, Receipt } from '../../identity/link/receipt';
import { SEALED_STORE } from '../user/pinned-user';

const entry = 'receipts';
const unseenEntry = 'receipt-to-show';

/** Keeps the receipts of this session, sealed in this tab, until the person signs out. */
@Service()
export class SessionReceipts {
  readonly #store = inject(SEALED_STORE);
  readonly #all = signal<readonly Receipt[]>([]);

  /** The receipts so far, the newest first. */
  readonly all = this.#all.asReadonly();

  readonly #isRestored = this.#restore();

  /** Lists the receipts of an account, the oldest first. */
  about(userId: string): readonly Receipt[] {
    return this.#all()
      .filter(({ kept }) => kept.userId === userId)
      .reverse();
  }

  /** Adds a receipt. */
  async add(receipt: Receipt): Promise<void> {
    this.#all.update((all) => [receipt, ...all]);
    // What has not been read yet would be overwritten.
    await this.#isRestored;

    return this.#store.set(entry, this.#all());
  }

  /** Keeps a receipt for the page that comes next, as this one is about to be left. */
  async showLater(receipt: LinkReceipt): Promise<void> {
    await this.#store.set(unseenEntry, receipt);
  }

  /** Gives the receipt that the last page has left to be shown, once. */
  async toShow(): Promise<LinkReceipt | undefined> {
    const receipt = readReceipt(await this.#store.get(unseenEntry));
    this.#store.remove(unseenEntry);

    return receipt?.what === 'link' ? receipt : undefined;
  }

  async #restore(): Promise<void> {
    const kept: unknown = await this.#store.get(entry);
    const receipts = Array.isArray(kept) ? kept.map(readReceipt) : [];
    this.#all.update((all) => [...all, ...receipts.filter((each) => each !== undefined)]);
  }
}
