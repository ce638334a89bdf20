import { signal } from '@angular/core';

/** From how many rows on only those near the screen are drawn. */
const longFrom = 50;

/** How many rows are drawn until it is known which of them are in sight. */
const firstRows = 20;
/** About how high a row is, in pixels. */
export const usualPx = 72;

/** What is drawn of a long list. */
export interface Drawn {
  /** The rows by their place, in order. The last is always among them: what is left out stands before a row. */
  readonly rows: readonly number[];
  /** How high what is left out before a row is, in pixels. */
  readonly gaps: ReadonlyMap<number, number>;
}

/** A row as it is drawn. */
export interface DrawnRow<Item> {
  readonly item: Item;
  /** How high what is left out before it is, in pixels. */
  readonly gapPx: number;
  /** Its place, from 1 on, and of how many; only where rows are left out, which nothing else tells. */
  readonly place: number | null;
  readonly count: number | null;
}

/** Knows which rows of several lists are drawn: of a short list all, of a long one those that `RowsInSight` has found. */
export class DrawnLists {
  readonly #drawn = signal<ReadonlyMap<string, Drawn>>(new Map());

  draw(id: string, drawn: Drawn): void {
    this.#drawn.update((lists) => new Map([...lists, [id, drawn]]));
  }

  /** Begins anew, as if nothing had been seen of any list. */
  forget(): void {
    this.#drawn.set(new Map());
  }

  rowsOf<Item>(id: string, items: readonly Item[]): readonly DrawnRow<Item>[] {
    if (!isLong(items)) {
      return items.map((item) => ({ item, gapPx: 0, place: null, count: null }));
    }

    const { rows, gaps } = fitted(this.#drawn().get(id) ?? firstDrawn, items.length);

    return rows.flatMap((at) => {
      const item = items[at];
      const place = { place: at + 1, count: items.length };

      return item === undefined ? [] : [{ item, gapPx: gaps.get(at) ?? 0, ...place }];
    });
  }
}

/** Whether there are so many rows that not all of them are drawn. */
export const isLong = (items: readonly unknown[]): boolean => items.length >= longFrom;

const firstDrawn: Drawn = {
  rows: Array.from({ length: firstRows }, (_, at) => at),
  gaps: new Map(),
};

/** What was found for a list that may have grown or shrunk since then. */
function fitted({ rows, gaps }: Drawn, count: number): Drawn {
  const last = count - 1;
  if (rows.at(-1) === last) return { rows, gaps };
  const before = rows.filter((at) => at < last);
  const leftOut = last - 1 - (before.at(-1) ?? -1);

  return {
    rows: [...before, last],
    gaps: leftOut === 0 ? gaps : new Map([...gaps, [last, leftOut * usualPx]]),
  };
}
