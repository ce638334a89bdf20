import type { StartedElement } from './start-element';

/** The start of the last element; each waits for the one before, so that a sign-in that comes back is taken by one alone. */
let lastStart: Promise<unknown> = Promise.resolve();

/**
 * The element `<ligature-account config="/ligature.json" lang="de" nonce="…">`: the account page and the pages it leads
 * to, for a page without Angular. It has what it shows in itself (light DOM), and goes with it when it is removed.
 *
 * Events, which bubble: `ligature-linked` and `ligature-unlinked` with a receipt as their `detail` (`LinkReceipt`,
 * `UnlinkReceipt`), `ligature-failed` with `{ code }`, and `ligature-cancelled`.
 */
export class LigatureAccountElement extends HTMLElement {
  #started: Promise<StartedElement | undefined> | undefined;

  /** Called by the browser when the element is put into a page. */
  connectedCallback(): void {
    const before = lastStart;
    this.#started = this.#start(before);
    // What the page has in the element stays there, and says what to do.
    lastStart = this.#started.catch(reportError);
  }

  /** Called by the browser when the element is taken out of a page. */
  disconnectedCallback(): void {
    const started = this.#started;
    this.#started = undefined;
    void started?.then((element) => element?.end());
  }

  /** Signs the person out here and at the tenant, which sends the browser back to the page. */
  async signOut(): Promise<void> {
    await (await this.#started)?.signOut();
  }

  async #start(before: Promise<unknown>): Promise<StartedElement | undefined> {
    const { startElement } = await import('./start-element');
    await before;
    if (!this.isConnected) return undefined;

    return startElement(this, {
      config: this.getAttribute('config') ?? 'config.json',
      language: this.lang || undefined,
      nonce: this.nonce || undefined,
    });
  }
}
