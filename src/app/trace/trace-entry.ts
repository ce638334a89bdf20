import type { TraceEvent } from './trace-event';

/** What a run of events belongs to; `page` is one that was loaded by somebody who had signed in before. */
export type FlowKind = 'signIn' | 'link' | 'unlink' | 'page' | 'checks' | 'drills';

/** One sign-in, link, unlink, load of a page or run of the checks or drills. */
export interface TraceFlow {
  readonly id: number;
  readonly kind: FlowKind;
  /** When it began, since 1970. */
  readonly atMs: number;
}

/** An event, when it was, and what it belongs to. */
export interface TraceEntry {
  /** Counts up from 1 and is never used twice. */
  readonly id: number;
  readonly atMs: number;
  /** `undefined` for what happened before any flow began. */
  readonly flow: number | undefined;
  readonly event: TraceEvent;
}
