import type { FailureCode } from '../failure';

/** How often a code or a link has been asked for in this tab, and when last, in milliseconds since 1970. */
export interface MessageSends {
  readonly count: number;
  readonly lastAtMs: number;
}

export const noSends: MessageSends = { count: 0, lastAtMs: 0 };

/** So that nobody's phone or mailbox is flooded from here; the tenant has limits of its own (SEC-49). */
const pausesMs = [0, 30_000, 60_000, 120_000, 120_000];
export const mostSends = pausesMs.length;

/** Counts one more message, sent just now. */
export const sentOnceMore = ({ count }: MessageSends, nowMs: number): MessageSends => ({
  count: count + 1,
  lastAtMs: nowMs,
});

/** Whether it is certain that no message has left, so that there is nothing to wait for. */
export const leftNoMessage = (problem: FailureCode): boolean =>
  problem === 'bad-address' || problem === 'not-set-up' || problem === 'offline';

/** Says when the next message may be asked for, in milliseconds since 1970; `undefined` when no more may. */
export function nextSendAtMs({ count, lastAtMs }: MessageSends): number | undefined {
  const pauseMs = pausesMs[count];

  return pauseMs === undefined ? undefined : lastAtMs + pauseMs;
}
