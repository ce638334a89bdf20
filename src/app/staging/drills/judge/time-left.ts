import type { Drill } from '../catalogue/drill';
import type { DrillResult } from './drill-result';

/** What a drill takes about, as long as none was run here. */
const usualMs = 5000;

/** How long drills have taken, by their ids. */
export type Durations = Readonly<Record<string, number>>;

/** About how long it takes until everything that runs or waits has ended; drills take about as long as they did last. */
export function timeLeftMs(results: readonly DrillResult[], durations: Durations): number {
  const known = Object.values(durations);
  const average =
    known.length === 0 ? usualMs : known.reduce((sum, one) => sum + one, 0) / known.length;
  const lasts = ({ id }: Drill): number => durations[id] ?? average;

  return results.reduce((sum, { drill, progress }) => {
    switch (progress.status) {
      case 'waiting':
        return sum + lasts(drill);
      case 'running':
        return sum + lasts(drill) * (1 - progress.step / drill.steps.length);
      case 'notRun':
      case 'done':
        return sum;
    }
  }, 0);
}
