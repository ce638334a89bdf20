import { allDrills } from '../catalogue/all-drills';
import { goodConfig } from '../../testing/good-context';
import type { DrillProgress, DrillResult } from './drill-result';
import { timeLeftMs } from './time-left';

const drills = allDrills(goodConfig);

/** The first drills stand as said; no other is run. */
const results = (...progress: readonly DrillProgress[]): readonly DrillResult[] =>
  drills.map((drill, index) => ({ drill, progress: progress[index] ?? { status: 'notRun' } }));

describe('timeLeftMs', () => {
  const [first, second] = drills;
  if (first === undefined || second === undefined) throw new Error('there are drills');

  it('is nothing where nothing runs', () => {
    expect(timeLeftMs(results(), {})).toBe(0);
  });

  it('takes for a drill what it took last, and for others what drills take on average', () => {
    const waiting = { status: 'waiting' } as const;
    const known = { [first.id]: 2000, elsewhere: 4000 };

    expect(timeLeftMs(results(waiting, waiting), known)).toBe(2000 + 3000);
  });

  it('gets less with every step', () => {
    const at = (step: number) => timeLeftMs(results({ status: 'running', step }), {});

    expect(at(2)).toBeLessThan(at(1));
    expect(at(first.steps.length)).toBe(0);
  });
});
