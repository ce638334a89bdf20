import * as fc from 'fast-check';

import { drawnOf, isSame, type LongList } from './drawn-of';

const list: LongList = {
  count: 1000,
  columns: 1,
  heightOf: () => 70,
  betweenPx: 0,
  fromPx: -1000,
  toPx: 2000,
  focused: undefined,
};
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

describe('drawnOf', () => {
  it('draws what is near the screen, and the last row', () => {
    const { rows, gaps } = drawnOf(list);

    expect(rows).toEqual([...range(0, 32), 999]);
    expect([...gaps]).toEqual([[999, 967 * 70]]);
  });

  it('draws the first row as well, and leaves room for what lies between', () => {
    const { rows, gaps } = drawnOf({ ...list, fromPx: 35_000, toPx: 38_000 });

    expect(rows).toEqual([0, ...range(496, 544), 999]);
    expect([...gaps]).toEqual([
      [496, 495 * 70],
      [999, 455 * 70],
    ]);
  });

  it('keeps the row that has the focus, and those that Tab comes to next', () => {
    const { rows } = drawnOf({ ...list, fromPx: 35_000, toPx: 38_000, focused: 100 });

    expect(rows).toEqual([0, ...range(97, 104), ...range(496, 544), 999]);
  });

  it('draws whole lines where several rows stand side by side, and counts the space between two', () => {
    const sheet = { ...list, count: 293, columns: 2, heightOf: () => 50, betweenPx: 6 };
    const { rows, gaps } = drawnOf({ ...sheet, fromPx: 3000, toPx: 4000 });

    expect(rows).toEqual([0, 1, ...range(112, 160), 292]);
    expect([...gaps]).toEqual([
      [112, 55 * 50 - 6],
      [292, 66 * 50 - 6],
    ]);
  });

  it('is as high as all rows, whatever is drawn, and draws each row once and in order', () => {
    const px = fc.integer({ min: -5000, max: 90_000 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 200 }), { minLength: 50, maxLength: 400 }),
        px,
        px,
        fc.option(fc.nat(49), { nil: undefined }),
        (heights, fromPx, toPx, focused) => {
          const heightOf = (line: number): number => heights[line] ?? 0;
          const seen = { count: heights.length, heightOf, fromPx, toPx, focused };
          const { rows, gaps } = drawnOf({ ...list, ...seen });
          const drawnPx = rows.reduce((sum, at) => sum + heightOf(at), 0);
          const leftOutPx = [...gaps.values()].reduce((sum, gap) => sum + gap, 0);

          expect(drawnPx + leftOutPx).toBe(heights.reduce((sum, height) => sum + height, 0));
          expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        },
      ),
    );
  });
});

describe('isSame', () => {
  it('knows what would change nothing', () => {
    const drawn = drawnOf(list);

    expect(isSame(drawn, drawnOf(list))).toBe(true);
    expect(isSame(undefined, drawn)).toBe(false);
    expect(isSame(drawn, drawnOf({ ...list, toPx: 4000 }))).toBe(false);
    expect(isSame(drawn, drawnOf({ ...list, heightOf: () => 69 }))).toBe(false);
  });
});
