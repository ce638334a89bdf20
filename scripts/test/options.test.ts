import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseTestOptions } from './options.ts';

describe('the options of npm test', () => {
  const steps = [
    { name: 'format' },
    { name: 'lint' },
    { name: 'jest' },
    { name: 'commands', isSlow: true },
  ] as const;

  it('run every step by default that is not slow', () => {
    assert.deepEqual(parseTestOptions([], steps), ['format', 'lint', 'jest']);
  });

  it('run a slow step for whoever names it', () => {
    assert.deepEqual(parseTestOptions(['--only', 'commands'], steps), ['commands']);
  });

  it('run the chosen steps in their usual order', () => {
    assert.deepEqual(parseTestOptions(['--only', 'jest, format'], steps), ['format', 'jest']);
  });

  it('refuse a step that does not exist', () => {
    assert.throws(() => parseTestOptions(['--only', 'jets'], steps), {
      message: 'There is no step "jets". Steps: format, lint, jest, commands',
    });
  });
});
