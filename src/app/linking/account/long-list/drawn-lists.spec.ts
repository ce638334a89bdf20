import { DrawnLists } from './drawn-lists';

const items = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `row ${at}`);
const drawn = {
  rows: [0, 1, 40, 41, 99],
  gaps: new Map([
    [40, 38 * 70],
    [99, 57 * 70],
  ]),
};

describe('DrawnLists', () => {
  it('draws all rows of a short list, and says nothing of their places', () => {
    const rows = new DrawnLists().rowsOf('personal', items(49));

    expect(rows).toHaveLength(49);
    expect(rows[48]).toEqual({ item: 'row 48', gapPx: 0, place: null, count: null });
  });

  it('draws the first rows of a long list and its last, with room for the others', () => {
    const rows = new DrawnLists().rowsOf('personal', items(50));

    expect(rows).toHaveLength(21);
    expect(rows[20]).toEqual({ item: 'row 49', gapPx: 29 * 72, place: 50, count: 50 });
  });

  it('draws what was found, of each list its own', () => {
    const lists = new DrawnLists();
    lists.draw('personal', drawn);
    const rows = lists.rowsOf('personal', items(100));

    expect(rows.map(({ item }) => item)).toEqual(['row 0', 'row 1', 'row 40', 'row 41', 'row 99']);
    expect(rows[2]).toEqual({ item: 'row 40', gapPx: 38 * 70, place: 41, count: 100 });
    expect(lists.rowsOf('work', items(100))).toHaveLength(21);

    lists.forget();
    expect(lists.rowsOf('personal', items(100))).toHaveLength(21);
  });

  it.each([
    ['shorter', 99, [0, 1, 40, 41, 98], 56 * 72],
    ['longer', 101, [0, 1, 40, 41, 99, 100], 57 * 70],
  ])('goes on with what was found when the list has become %s', (_case, count, places, lastGap) => {
    const lists = new DrawnLists();
    lists.draw('personal', drawn);
    const rows = lists.rowsOf('personal', items(count));

    expect(rows.map(({ place }) => (place ?? 0) - 1)).toEqual(places);
    expect(rows[4]?.gapPx).toBe(lastGap);
  });
});
