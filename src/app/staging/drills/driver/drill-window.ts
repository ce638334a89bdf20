import { filter, firstValueFrom, map, merge, of, Subject, throwError, timeout } from 'rxjs';

import { addressOf } from '../../../session/sign-in/callback-url';
import { drillMark } from '../../../session/storage/drill-mark';
import {
  drillChannel,
  isFromAgent,
  type Act,
  type FromAgent,
  type PageSnapshot,
  type ToAgent,
} from './drill-messages';
import { DrillStuckError } from './drill-stuck-error';

/** How long the pages of a drill may take for one thing, in milliseconds. */
const timeoutMs = 30_000;

/** How often something is asked for again while nobody has heard it: a page may have been loading. */
const repeatEveryMs = 1000;

/** The window in which a drill takes place: what it shows, and a finger in it. */
export class DrillWindow {
  readonly #channel: BroadcastChannel | undefined;
  readonly #sights: PageSnapshot[] = [];
  /** Emits whenever something was heard; fails once the drill is stopped. */
  readonly #changes = new Subject<void>();
  #pending: ToAgent | undefined;
  #since = 0;
  #doneOn = '';

  private constructor(drill: string) {
    this.#channel = drillChannel(drill);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isFromAgent(data)) this.#hear(data);
    });
  }

  /** Opens a window of its own, whose pages know that they belong to a drill. In a click only. */
  static open(): DrillWindow | undefined {
    const drill = crypto.randomUUID();
    const opened = window.open('', `ligature-drill-${drill}`, 'popup,width=880,height=900');
    if (opened === null) return undefined;
    // The window starts with a copy of what this tab keeps; a drill is to start with nothing.
    opened.sessionStorage.clear();
    opened.sessionStorage.setItem(drillMark, drill);
    const drillWindow = new DrillWindow(drill);
    opened.location.replace(addressOf('/'));

    return drillWindow;
  }

  /** Everything that was shown so far, in order. */
  get sights(): readonly PageSnapshot[] {
    return this.#sights;
  }

  /** Does something there, as soon as it can be done. */
  async act(act: Act): Promise<void> {
    const message: ToAgent = { kind: 'act', id: crypto.randomUUID(), act };
    this.#since = this.#sights.length;
    this.#pending = message;
    this.#channel?.postMessage(message);
    const repeat = setInterval(() => this.#channel?.postMessage(message), repeatEveryMs);
    try {
      await this.#first(() => (this.#pending === message ? undefined : message));
    } finally {
      clearInterval(repeat);
      this.#pending = undefined;
    }
  }

  /** Has the window begin anew, with nothing kept and nobody signed in. */
  async startOver(): Promise<void> {
    await this.act({ kind: 'startOver' });
    await this.until(({ path, page }) => path === '/' && page !== this.#doneOn);
    this.#sights.length = 0;
    this.#since = 0;
  }

  /** Waits until something is shown that was not there before the last act. */
  until(isShown: (sight: PageSnapshot) => boolean): Promise<PageSnapshot> {
    return this.#first(() => this.#sights.slice(this.#since).find(isShown));
  }

  /** From here on only what is shown after this counts. */
  lookAfresh(): void {
    this.#since = this.#sights.length;
  }

  /** Ends every wait; the window itself may have to be closed by hand, which browsers do not let everybody do. */
  stop(): void {
    this.#changes.error(new DrillStuckError('stopped'));
  }

  close(): void {
    this.#channel?.postMessage({ kind: 'act', id: crypto.randomUUID(), act: { kind: 'close' } });
    this.#channel?.close();
  }

  #hear(message: FromAgent): void {
    if (message.kind === 'sight') {
      if (!isSame(message.sight, this.#sights.at(-1))) this.#sights.push(message.sight);
    } else if (message.id === this.#pending?.id) {
      this.#pending = undefined;
      this.#doneOn = message.page;
    }
    this.#changes.next();
  }

  /** What is found first, now or after any change. */
  #first<Found>(find: () => Found | undefined): Promise<Found> {
    return firstValueFrom(
      // A drill that is stopped finds nothing any more: so the changes are asked before now.
      merge(this.#changes, of(undefined)).pipe(
        map(find),
        filter((found) => found !== undefined),
        timeout({
          first: timeoutMs,
          with: () => throwError(() => new DrillStuckError('not-shown')),
        }),
      ),
    );
  }
}

const isSame = (one: PageSnapshot, other: PageSnapshot | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
