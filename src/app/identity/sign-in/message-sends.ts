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
/** How often a message may be sent in one tab before it has to rest, and for how long then, in milliseconds. */
export const mostSends = pausesMs.length;
export const restMs = 3_600_000;
/** The longest that one waits between two messages; whoever waits longer has reached the limit. */
export const longestPauseMs = Math.max(...pausesMs);

/** Counts one more message, sent just now; after the rest the count begins anew. */
export const sentOnceMore = ({ count, lastAtMs }: MessageSends, nowMs: number): MessageSends => ({
  count: nowMs - lastAtMs < restMs ? count + 1 : 1,
  lastAtMs: nowMs,
});

/** Whether it is certain that no message has left, so that nobody has to wait. */
export const leftNoMessage = (problem: FailureCode): boolean => unsent.has(problem);

const unsent: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'bad-address',
  'message-not-sent',
  'not-set-up',
  'offline',
  'too-many-messages',
]);

/** Tells when the next message may be asked for, in milliseconds since 1970. */
export const nextSendAtMs = ({ count, lastAtMs }: MessageSends): number =>
  lastAtMs + (pausesMs[count] ?? restMs);
