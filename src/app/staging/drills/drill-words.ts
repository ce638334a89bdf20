import type { DrillProgress, DrillVerdict } from './judge/drill-result';
import type { Evidence } from './judge/evidence';

/** How a drill stands, in a word or two. */
export function drillProgressWords(progress: DrillProgress): string {
  switch (progress.status) {
    case 'notRun':
      return $localize`not run`;
    case 'waiting':
      return $localize`waiting`;
    case 'running':
      return $localize`running`;
    case 'done':
      return verdictWords(progress.outcome.verdict);
  }
}

export function verdictWords(verdict: DrillVerdict): string {
  switch (verdict) {
    case 'passed':
      return $localize`passed`;
    case 'failed':
      return $localize`failed`;
    case 'inconclusive':
      return $localize`inconclusive`;
  }
}

/** What was found, before the sentence that says what was looked at. */
export function foundWords(found: Evidence['found']): string {
  switch (found) {
    case 'asExpected':
      return $localize`Yes:`;
    case 'otherwise':
      return $localize`No:`;
    case 'notSeen':
      return $localize`Not seen:`;
  }
}
