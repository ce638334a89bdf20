import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFuzzOptions } from './fuzz-options.ts';

describe('the options of npm run fuzz', () => {
  it('choose how often and with which seed', () => {
    assert.deepEqual(parseFuzzOptions(['--runs', '50', '--seed=-7']), { runs: 50, seed: -7 });
  });

  it('make up a seed of 32 bits, another one each time', () => {
    assert.deepEqual(
      parseFuzzOptions([], () => 0),
      { runs: 20_000, seed: -(2 ** 31) },
    );
    assert.equal(parseFuzzOptions([], () => 1 - Number.EPSILON).seed, 2 ** 31 - 1);
  });

  for (const wrong of ['--runs=0', '--runs=many', '--runs=1.5', '--seed=4294967296', '--seed=x']) {
    it(`refuse ${wrong}`, () => {
      assert.throws(() => parseFuzzOptions([wrong]), { name: 'OptionError' });
    });
  }
});
