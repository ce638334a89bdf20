import fc from 'fast-check';

import { RingBuffer } from './ring-buffer';

function filled(capacity: number, items: readonly number[]) {
  const buffer = new RingBuffer<number>(capacity);
  for (const item of items) buffer.add(item);

  return buffer;
}

describe('RingBuffer', () => {
  it('keeps the newest items in their order, however many there were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.integer()), (capacity, items) => {
        expect(filled(capacity, items).toArray()).toEqual(items.slice(-capacity));
      }),
    );
  });

  it('starts over when it is cleared', () => {
    const buffer = filled(3, [1, 2, 3, 4]);
    buffer.clear();
    buffer.add(5);

    expect(buffer.toArray()).toEqual([5]);
  });
});
