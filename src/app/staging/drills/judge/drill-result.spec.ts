import { goodConfig } from '../../testing/good-context';
import { allDrills } from '../catalogue/all-drills';
import { drillCounts, statusOf, type DrillOutcome, type DrillResult } from './drill-result';

const [first, second] = allDrills(goodConfig);
if (first === undefined || second === undefined) throw new Error('there are drills');

const inconclusive: DrillOutcome = {
  verdict: 'inconclusive',
  evidence: [],
  shown: [],
  atMs: 0,
  durationMs: 1,
};
const results: readonly DrillResult[] = [
  { drill: first, progress: { status: 'done', outcome: { ...inconclusive, isStopped: true } } },
  { drill: second, progress: { status: 'done', outcome: inconclusive } },
];

describe('drillCounts', () => {
  it('counts a drill that was stopped neither as run nor as anything that it came to', () => {
    expect(drillCounts(results)).toEqual({
      total: 2,
      done: 1,
      passed: 0,
      failed: 0,
      inconclusive: 1,
    });
    expect(results.map(({ progress }) => statusOf(progress))).toEqual(['stopped', 'inconclusive']);
  });
});
