import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseTestOptions } from './options.ts';

describe('the options of npm test', () => {
  const steps = ['format', 'lint', 'jest'];

  it('run every step by default', () => {
    assert.deepEqual(parseTestOptions([], steps), steps);
  });

  it('run the chosen steps in their usual order', () => {
    assert.deepEqual(parseTestOptions(['--only', 'jest, format'], steps), ['format', 'jest']);
  });

  it('refuse a step that does not exist', () => {
    assert.throws(() => parseTestOptions(['--only', 'jets'], steps), {
      message: 'There is no step "jets". Steps: format, lint, jest',
    });
  });
});
