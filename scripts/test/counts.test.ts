import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countExit,
  countJest,
  countPlaywright,
  countSummary,
  countTap,
  withExitCode,
  total,
} from './counts.ts';

describe('countJest', () => {
  it('counts tests', () => {
    const report = { numPassedTests: 12, numFailedTests: 1, numRuntimeErrorTestSuites: 0 };

    assert.deepEqual(countJest(report), { passed: 12, failed: 1 });
  });

  it('counts a file that could not be run as a failure', () => {
    const report = { numPassedTests: 12, numFailedTests: 0, numRuntimeErrorTestSuites: 2 };

    assert.deepEqual(countJest(report), { passed: 12, failed: 2 });
  });
});

describe('countPlaywright', () => {
  it('counts tests, and a flaky one as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };

    assert.deepEqual(countPlaywright({ stats, errors: [] }), { passed: 5, failed: 2 });
  });

  it('counts an error outside of any test', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

    assert.deepEqual(countPlaywright({ stats, errors: [{ message: 'no server' }] }), {
      passed: 0,
      failed: 1,
    });
  });
});

describe('countTap', () => {
  it('reads the summary, not what a test wrote', () => {
    const report = 'ok 1 - one\n  # pass 99\n1..3\n# tests 3\n# pass 2\n# fail 1\n# cancelled 0\n';

    assert.deepEqual(countTap(report), { passed: 2, failed: 1 });
  });

  it('counts a test that never ended as failed', () => {
    assert.deepEqual(countTap('# pass 2\n# fail 0\n# cancelled 1\n'), { passed: 2, failed: 1 });
  });
});

describe('every count', () => {
  it('is nothing when there is no report', () => {
    const nothing = { passed: 0, failed: 0 };

    assert.deepEqual(countJest(undefined), nothing);
    assert.deepEqual(countPlaywright(null), nothing);
    assert.deepEqual(countTap(''), nothing);
  });
});

describe('withExitCode', () => {
  it('leaves a step alone whose tests passed', () => {
    assert.deepEqual(withExitCode({ passed: 3, failed: 0 }, 0), { passed: 3, failed: 0 });
  });

  it('does not count a failure twice', () => {
    assert.deepEqual(withExitCode({ passed: 3, failed: 2 }, 1), { passed: 3, failed: 2 });
  });

  it('counts a command that failed without a failed test', () => {
    assert.deepEqual(withExitCode({ passed: 3, failed: 0 }, 1), { passed: 3, failed: 1 });
  });

  it('counts a step that ran no test', () => {
    assert.deepEqual(withExitCode({ passed: 0, failed: 0 }, 0), { passed: 0, failed: 1 });
  });
});

describe('total', () => {
  it('adds the steps', () => {
    assert.deepEqual(total([countExit(0), countExit(2), { passed: 10, failed: 1 }]), {
      passed: 11,
      failed: 2,
    });
  });
});

describe('countSummary', () => {
  it('takes the last line that says how many', () => {
    const output = '3 passed, 1 failed\nFAILED a journey\n12 passed, 2 failed\n';

    assert.deepEqual(countSummary(output), { passed: 12, failed: 2 });
  });

  it('counts nothing where a command has ended without it', () => {
    assert.deepEqual(countSummary('No WebKit was found.'), { passed: 0, failed: 0 });
  });
});
