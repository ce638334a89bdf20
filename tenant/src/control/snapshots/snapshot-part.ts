import type { JsonReader } from '../../protocol/json-reader.ts';
import type { Moment } from '../../state/exchange.ts';

/** Puts what was read in the place of what is. */
export type Restore = (moment: Moment) => void;

/** One field of a snapshot: how it is taken, and how it is read and put back. */
export interface SnapshotPart {
  readonly name: string;
  readonly take: (moment: Moment) => unknown;
  /** Reads without changing anything, so that a snapshot is restored as a whole or not at all. */
  readonly read: (snapshot: JsonReader) => Restore | Promise<Restore>;
}

/** Reads a time of a snapshot, in milliseconds since 1970. */
export function readTimeMs(fields: JsonReader, name: string): number {
  const timeMs = Date.parse(fields.text(name));

  return Number.isNaN(timeMs) ? fields.fail(name, 'must be a date and time') : timeMs;
}

/** Writes a time as a snapshot holds it. */
export function formatTimeMs(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
