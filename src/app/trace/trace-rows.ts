import type { TraceEntry, TraceFlow } from './trace-entry';
import type { RequestEvent, TraceEvent } from './trace-event';

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

/** Words for an end that nobody wanted, in states and decisions. A window that is out of sight is no end. */
const ends = /^(failed|failure|refused|unknown|notDone)$/;

/**
 * Whether something went wrong for the person, or is for a developer to fix, as far as the event itself says. That there is
 * no such account, and that one is to wait, are answers as well.
 */
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
      return event.status === 0 || (event.status >= 400 && !isExpected(event));
    case 'state':
      return ends.test(event.to);
    case 'decision':
      return ends.test(event.decision);
    case 'error':
      return true;
  }
}

/** An account that has joined another is gone, and whoever is told to wait waits. */
const isExpected = ({ method, status }: RequestEvent): boolean =>
  status === 429 || (status === 404 && method === 'GET');

/**
 * The events that went wrong, by their ids. What checks and drills ask is meant to be refused, so only their verdicts count;
 * and a request is no error that was answered when it was made again, or whose link came to its end all the same.
 */
export function errorsIn(
  entries: readonly TraceEntry[],
  flows: readonly TraceFlow[],
): ReadonlySet<number> {
  const tests = new Set(
    flows.filter(({ kind }) => kind === 'checks' || kind === 'drills').map(({ id }) => id),
  );
  const errors = new Set<number>();
  /** What has come to a good end by then, as one goes back from the newest event. */
  const settled = new Set<string>();
  for (const { id, flow = 0, event } of [...entries].reverse()) {
    if (event.kind === 'state' && event.to === 'done') settled.add(`${flow}`);
    if (!isError(event)) {
      if (event.kind === 'request') settled.add(`${flow} ${nameOf(event)}`);
    } else if (
      event.kind !== 'request' ||
      !(tests.has(flow) || settled.has(`${flow}`) || settled.has(`${flow} ${nameOf(event)}`))
    ) {
      errors.add(id);
    }
  }

  return new Set([...errors].reverse());
}

const nameOf = ({ method, path }: RequestEvent): string => `${method} ${path}`;

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
