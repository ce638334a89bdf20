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

/** A moment in a snapshot, in milliseconds. */
export function readTime(fields: JsonReader, name: string): number {
  const time = Date.parse(fields.text(name));

  return Number.isNaN(time) ? fields.fail(name, 'must be a date and time') : time;
}

/** A moment as a snapshot writes it. */
export function timeText(time: number): string {
  return new Date(time).toISOString();
}
