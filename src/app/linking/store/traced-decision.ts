import { personal } from '../../trace/personal';
import type { DecisionEvent } from '../../trace/trace-event';

/** What the trace reads of the progress of a link or an unlink, whatever else is in it. */
export interface TracedProgress {
  readonly phase: string;
  readonly code?: string;
  readonly plan?: unknown;
}

/** The decision that a phase stands for, if any: what a plan says, or why nothing will be done. */
export function decisionIn(progress: TracedProgress): DecisionEvent | undefined {
  const { phase, code, plan } = progress;
  if (phase === 'reviewing') {
    return { kind: 'decision', about: 'plan', decision: 'offered', reasons: reasonsOf(plan) };
  }
  if (phase === 'sending') {
    return { kind: 'decision', about: 'plan', decision: 'confirmed', reasons: [] };
  }
  if (phase === 'failed' && code !== undefined) {
    return { kind: 'decision', about: 'flow', decision: 'given up', reasons: [code] };
  }

  return undefined;
}

/** The kinds of what a plan warns of and takes away, and of the accounts that it is about. */
function reasonsOf(plan: unknown): DecisionEvent['reasons'] {
  if (!isRecord(plan)) return [];
  const accounts = [plan['kept'], plan['absorbed'], plan['account']]
    .filter(isRecord)
    .map(({ userId }) => personal('id', String(userId)));
  const kinds = ['blockers', 'warnings', 'losses'].flatMap((name) => {
    const listed = plan[name];

    return Array.isArray(listed) ? listed.filter(isRecord).map(({ kind }) => String(kind)) : [];
  });

  return [...accounts, ...kinds];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
