import type { Drawn } from './drawn-lists';

/** Lines are drawn by so many, so that not every bit of scrolling changes something. */
const linesAtATime = 8;
/** How many lines before and after the one with the focus are drawn, so that Tab finds what comes next. */
const aroundFocus = 3;

/** A long list, as it stands on the screen. */
export interface LongList {
  readonly count: number;
  /** How many rows stand side by side in a line. */
  readonly columns: number;
  /** How high a line is, with its distance from the next, in pixels. */
  readonly heightOf: (line: number) => number;
  /** The space between two lines, in pixels. */
  readonly betweenPx: number;
  /** What is to be drawn, in pixels from the beginning of the list. */
  readonly fromPx: number;
  readonly toPx: number;
  /** The row that had the focus last. */
  readonly focused: number | undefined;
}

/** Finds what to draw of a long list: what is near the screen and near the focus, and its two ends. */
export function drawnOf(list: LongList): Drawn {
  const { count, columns, betweenPx, focused } = list;
  const heights = Array.from({ length: Math.ceil(count / columns) }, (_, line) =>
    list.heightOf(line),
  );
  const near = nearLines(heights, list);
  const atFocus = focused === undefined ? undefined : Math.floor(focused / columns);
  // From outside of the list, Tab comes to its first row or its last.
  const isDrawn = (line: number): boolean =>
    line === 0 ||
    line === heights.length - 1 ||
    (line >= near.from && line < near.to) ||
    (atFocus !== undefined && Math.abs(line - atFocus) <= aroundFocus);

  const rows: number[] = [];
  const gaps = new Map<number, number>();
  let leftOutPx = 0;
  for (const [line, height] of heights.entries()) {
    if (!isDrawn(line)) {
      leftOutPx += height;
      continue;
    }
    if (leftOutPx > 0) gaps.set(line * columns, leftOutPx - betweenPx);
    leftOutPx = 0;
    for (let at = line * columns; at < Math.min(count, (line + 1) * columns); at += 1)
      rows.push(at);
  }

  return { rows, gaps };
}

/** Which lines lie between two heights. */
function nearLines(
  heights: readonly number[],
  { fromPx, toPx }: LongList,
): { readonly from: number; readonly to: number } {
  let [from, to] = [heights.length, 0];
  let top = 0;
  for (const [line, height] of heights.entries()) {
    if (top + height > fromPx && top < toPx) {
      from = Math.min(from, line);
      to = line + 1;
    }
    top += height;
  }

  return {
    from: Math.floor(from / linesAtATime) * linesAtATime,
    to: Math.ceil(to / linesAtATime) * linesAtATime,
  };
}

/** Whether nothing would change on the screen. */
export const isSame = (one: Drawn | undefined, other: Drawn): boolean =>
  one?.rows.length === other.rows.length &&
  one.gaps.size === other.gaps.size &&
  one.rows.every((at, index) => at === other.rows[index]) &&
  [...one.gaps].every(([at, px]) => other.gaps.get(at) === px);
