import {
  afterRenderEffect,
  ApplicationRef,
  Directive,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';

import { usualPx, type Drawn } from './drawn-lists';
import { drawnOf, isSame } from './drawn-of';

/**
 * Finds which rows of a long list are to be drawn while the page, or whatever holds the list, is scrolled: those that are
 * less than half a screen away. Rows may be of any height; what was seen of one is remembered. A row says by `aria-posinset`
 * which it is. On paper all rows are drawn.
 */
@Directive({ selector: '[appRowsInSight]' })
export class RowsInSight {
  readonly #app = inject(ApplicationRef);

  readonly list = input.required<HTMLElement>({ alias: 'appRowsInSight' });
  /** What the rows are known by, in order. */
  readonly keys = input.required<readonly string[]>();
  readonly drawn = output<Drawn>();

  #heights = new Map<string, number>();
  /** The height of a row that was not seen yet: always the same, so that nothing moves because it is known better. */
  #usual: number | undefined;
  #laidOut = '';
  #focused: string | undefined;
  #last: Drawn | undefined;
  #isPrinting = false;

  constructor() {
    afterRenderEffect({ read: (onCleanup) => onCleanup(this.#watch(this.list())) });
    afterRenderEffect({
      read: () => {
        this.keys();
        untracked(() => this.#look());
      },
    });
  }

  /** Looks whenever something may have come into sight; gives what ends that. */
  #watch(list: HTMLElement): () => void {
    const look = (): void => this.#look();
    const watched = new AbortController();
    const { signal } = watched;
    // Scrolling does not bubble, and what is scrolled may be a sheet as well as the page.
    document.addEventListener('scroll', look, { capture: true, passive: true, signal });
    window.addEventListener('resize', look, { signal });
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
    list.addEventListener('focusin', look, { signal });
    const resized = new ResizeObserver(look);
    resized.observe(list);

    return () => {
      watched.abort();
      resized.disconnect();
    };
  }

  /** Paper is printed as soon as all have heard of it, so that the rows have to be there at once. */
  #print(isPrinting: boolean): void {
    this.#isPrinting = isPrinting;
    this.#look();
    this.#app.tick();
  }

  #look(): void {
    const keys = this.keys();
    const found = this.#isPrinting ? all(keys.length) : this.#find(keys);
    if (isSame(this.#last, found)) return;
    this.#last = found;
    this.drawn.emit(found);
  }

  #find(keys: readonly string[]): Drawn {
    const list = this.list();
    const { top, width } = list.getBoundingClientRect();
    const { gridTemplateColumns, rowGap } = getComputedStyle(list);
    const columns = Math.max(1, gridTemplateColumns.split(' ').length);
    const betweenPx = pixels(rowGap);
    this.#measure(list, keys, `${width} ${columns}`);
    const focused = this.#focused === undefined ? -1 : keys.indexOf(this.#focused);
    const nearPx = window.innerHeight / 2;

    return drawnOf({
      count: keys.length,
      columns,
      betweenPx,
      heightOf: (line) =>
        this.#heightOf(keys.slice(line * columns, (line + 1) * columns)) + betweenPx,
      fromPx: -nearPx - top,
      toPx: window.innerHeight + nearPx - top,
      focused: focused < 0 ? undefined : focused,
    });
  }

  /** Remembers how high the rows are that stand there, and which of them has the focus. */
  #measure(list: HTMLElement, keys: readonly string[], laidOut: string): void {
    if (laidOut !== this.#laidOut) {
      this.#heights = new Map();
      this.#usual = undefined;
      this.#laidOut = laidOut;
    }
    const rows = [...list.children].filter((row) => row.hasAttribute('aria-posinset'));
    const [first] = rows;
    if (first === undefined) return;
    const { marginBlockStart, marginBlockEnd } = getComputedStyle(first);
    const marginPx = pixels(marginBlockStart) + pixels(marginBlockEnd);
    const seen: number[] = [];
    for (const row of rows) {
      const key = keys[Number(row.getAttribute('aria-posinset')) - 1];
      if (key === undefined) continue;
      if (row.contains(document.activeElement)) this.#focused = key;
      const height = row.getBoundingClientRect().height + marginPx;
      if (height <= 0) continue;
      this.#heights.set(key, height);
      seen.push(height);
    }
    if (seen.length > 0) {
      this.#usual ??= seen.reduce((sum, height) => sum + height, 0) / seen.length;
    }
  }

  /** The highest row of a line makes all of it as high. */
  #heightOf(keys: readonly string[]): number {
    const known = keys.flatMap((key) => this.#heights.get(key) ?? []);

    return known.length > 0 ? Math.max(...known) : (this.#usual ?? usualPx);
  }
}

const all = (count: number): Drawn => ({
  rows: Array.from({ length: count }, (_, at) => at),
  gaps: new Map(),
});

/** The pixels of a length, and none of `normal`. */
const pixels = (length: string): number => Number.parseFloat(length) || 0;
