import type { FailureCode } from '../failure';

/** How often a code or a link has been asked for in this tab, and when last, in milliseconds since 1970. */
export interface MessageSends {
  readonly count: number;
  readonly lastAtMs: number;
}

/** What is known before anything was sent. */
export const noSends: MessageSends = { count: 0, lastAtMs: 0 };

/** How long to wait after each message, so that nobody is flooded; the tenant has limits of its own (SEC-49). */
const pausesMs = [0, 30_000, 60_000, 120_000, 120_000];
/** How often a message may be sent in one tab. */
export const mostSends = pausesMs.length;

/** Counts one more message, sent just now. */
export const sentOnceMore = ({ count }: MessageSends, nowMs: number): MessageSends => ({
  count: count + 1,
  lastAtMs: nowMs,
});

/** Whether it is certain that no message was sent, so that nobody has to wait. */
export const leftNoMessage = (problem: FailureCode): boolean =>
  problem === 'bad-address' || problem === 'not-set-up' || problem === 'offline';

/** Tells when the next message may be asked for, in milliseconds since 1970; `undefined` when no more may. */
export function nextSendAtMs({ count, lastAtMs }: MessageSends): number | undefined {
  const pauseMs = pausesMs[count];

  return pauseMs === undefined ? undefined : lastAtMs + pauseMs;
}
