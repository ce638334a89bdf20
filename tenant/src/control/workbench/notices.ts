import { secretId } from '../../protocol/random.ts';

const most = 50;

/**
 * What forms have done, for the page that the browser goes on to. The sentence stays here and only
 * its number travels, so that no address can put words on a page.
 */
export class Notices {
  readonly #notices = new Map<string, string>();

  add(notice: string): string {
    const id = secretId().slice(0, 12);
    this.#notices.set(id, notice);
    const [oldest] = this.#notices.keys();
    if (this.#notices.size > most && oldest !== undefined) this.#notices.delete(oldest);

    return id;
  }

  /** Takes a notice out: it is read once. */
  take(id: string): string | undefined {
    const notice = this.#notices.get(id);
    this.#notices.delete(id);

    return notice;
  }
}
