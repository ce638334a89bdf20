import fc from 'fast-check';

import { fuzzed } from '../testing/fuzz';
import { anySettings, names, nested } from '../testing/settings';
import { brokenLimit, longestText, mostKeys, mostLevels } from './settings-limits';

describe('brokenLimit, for any settings', () => {
  it('SEC-43: never throws, whatever the shape, and refuses what is over a limit', () => {
    const shape = fc.record({
      levels: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 100_000 })),
      keys: fc.oneof(fc.nat({ max: 250 }), fc.nat({ max: 10_000 })),
      text: fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 1_000_000 })),
    });

    fc.assert(
      fc.property(shape, anySettings, ({ levels, keys, text }, others) => {
        const given = new Map([
          ...others,
          ['levels', nested(levels, 'list')] as const,
          ['keys', names(keys)] as const,
          ['text', 'x'.repeat(text)] as const,
        ]);
        const isOver = levels + 1 > mostLevels || keys + 3 > mostKeys || text > longestText;

        expect(isOver && brokenLimit(given) === undefined).toBe(false);
      }),
      fuzzed(60),
    );
  });
});
