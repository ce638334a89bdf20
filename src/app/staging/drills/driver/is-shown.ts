import type { Shown } from '../catalogue/drill';
import type { PageSnapshot } from './drill-messages';

/** Whether a page shows what a step waits for: a state, or one of some failures. */
export const isShown = (sight: PageSnapshot, shows: Shown): boolean =>
  shows.kind === 'phase'
    ? sight.phase === shows.phase
    : shows.codes.some((code) => code === sight.failure);
