import type { TraceEntry, TraceFlow } from './trace-entry';
import type { TraceEvent } from './trace-event';

/** A line of the timeline: where a flow begins, or one event. */
export type TraceRow =
  | {
      readonly kind: 'flow';
      readonly flow: TraceFlow;
      readonly events: number;
      readonly errors: number;
      readonly tookMs: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'event';
      readonly entry: TraceEntry;
      readonly isError: boolean;
      /** How long after the beginning of its flow. */
      readonly sinceMs: number;
    };

/** Words for an end that nobody wanted, in states and decisions; a window that is out of sight is no end. */
const ends = /^(failed|failure|refused|unknown|notDone)$/;

/** Whether something went wrong, as far as the event itself says. */
export function isError(event: TraceEvent): boolean {
  switch (event.kind) {
    case 'page':
      return false;
    case 'signIn':
      return event.step === 'failed';
    case 'claims':
      // Of the first person's token it is said what became of their session.
      return event.verdict !== 'accepted' && event.verdict !== 'signedIn';
    case 'renewal':
      return event.outcome === 'refused';
    case 'request':
      return event.status === 0 || event.status >= 400;
    case 'state':
      return ends.test(event.to);
    case 'decision':
      return ends.test(event.decision);
    case 'error':
      return true;
  }
}

/** The events that went wrong, by their ids. What checks ask is meant to be refused, so only their verdicts count. */
export function errorsIn(
  entries: readonly TraceEntry[],
  flows: readonly TraceFlow[],
): ReadonlySet<number> {
  const checks = new Set(flows.filter(({ kind }) => kind === 'checks').map(({ id }) => id));
  const isMeant = ({ flow = 0, event }: TraceEntry): boolean =>
    checks.has(flow) && event.kind === 'request';

  return new Set(
    entries.filter((entry) => isError(entry.event) && !isMeant(entry)).map(({ id }) => id),
  );
}

/** The lines of a timeline, in order: every flow has a line of its own, below which its events are folded. */
export function traceRows(
  entries: readonly TraceEntry[],
  {
    flows,
    errors,
    isOpen,
  }: {
    readonly flows: readonly TraceFlow[];
    readonly errors: ReadonlySet<number>;
    readonly isOpen: (flow: TraceFlow) => boolean;
  },
): readonly TraceRow[] {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));

  return runsOf(entries).flatMap((run) => {
    const [first] = run;
    const flow = first?.flow === undefined ? undefined : byId.get(first.flow);
    const startMs = flow?.atMs ?? first?.atMs ?? 0;
    const events = run.map((entry) => ({
      kind: 'event' as const,
      entry,
      isError: errors.has(entry.id),
      sinceMs: entry.atMs - startMs,
    }));
    if (flow === undefined) return events;
    const head = {
      kind: 'flow' as const,
      flow,
      events: run.length,
      errors: events.filter((event) => event.isError).length,
      tookMs: (run.at(-1)?.atMs ?? startMs) - startMs,
      isOpen: isOpen(flow),
    };

    return head.isOpen ? [head, ...events] : [head];
  });
}

/** Events that follow one another and belong to the same flow. */
function runsOf(entries: readonly TraceEntry[]): readonly (readonly TraceEntry[])[] {
  const runs: TraceEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.flow === entry.flow) last.push(entry);
    else runs.push([entry]);
  }

  return runs;
}
