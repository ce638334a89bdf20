import type { JsonReader } from '../../protocol/json-reader.ts';
import type { ExpiringMap } from '../../state/expiring-map.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';

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

interface ExpiringPart<Value> {
  readonly name: string;
  readonly of: (state: TenantState) => ExpiringMap<Value>;
  readonly write: (value: Value) => object;
  readonly read: (fields: JsonReader) => Value;
}

/** A part for a map whose entries end: each entry becomes `{ id, expiresAt, … }`. */
export function expiringPart<Value>({ name, of, write, read }: ExpiringPart<Value>): SnapshotPart {
  return {
    name,
    take: ({ state, nowMs }) =>
      of(state)
        .live(nowMs)
        .map(({ key, value, expiresAtMs }) => ({
          id: key,
          expiresAt: formatTimeMs(expiresAtMs),
          ...write(value),
        })),
    read: (snapshot) => {
      const entries = snapshot.optionalObjects(name).map((entry) =>
        entry.whole((fields) => ({
          id: fields.text('id'),
          expiresAtMs: readTimeMs(fields, 'expiresAt'),
          value: read(fields),
        })),
      );

      return ({ state, nowMs }) => {
        const map = of(state);
        map.clear();
        for (const { id, expiresAtMs, value } of entries) {
          map.set(id, value, { nowMs, expiresAtMs });
        }
      };
    },
  };
}

interface MapPart<Value> {
  readonly name: string;
  readonly of: (state: TenantState) => Map<string, Value>;
  readonly read: (fields: JsonReader, key: string) => Value;
}

/** A part for a map that becomes an object with its keys. */
export function mapPart<Value>({ name, of, read }: MapPart<Value>): SnapshotPart {
  return {
    name,
    take: ({ state }) => Object.fromEntries(of(state)),
    read: (snapshot) => {
      const fields = snapshot.object(name);
      const entries = fields.names().map((key) => [key, read(fields, key)] as const);

      return ({ state }) => {
        const map = of(state);
        map.clear();
        for (const [key, value] of entries) map.set(key, value);
      };
    },
  };
}
