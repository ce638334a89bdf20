import type { Trace } from './trace';
import type { FlowKind } from './trace-entry';

/** Traces that a page begins, by its path alone: what follows the path may be a code. */
export function tracePageLoad(trace: Trace, comesBackFor: readonly FlowKind[]): void {
  trace.goOnWith(comesBackFor);
  trace.record(() => ({ kind: 'page', path: window.location.pathname, how: howItWasLoaded() }));
}

/** In the browser's words: `navigate`, `reload`, `back_forward`. */
function howItWasLoaded(): string {
  const [entry] = performance.getEntriesByType('navigation');

  return entry instanceof PerformanceNavigationTiming ? entry.type : 'navigate';
}
