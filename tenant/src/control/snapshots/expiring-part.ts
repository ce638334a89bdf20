import type { JsonReader } from '../../protocol/json-reader.ts';
import type { ExpiringMap } from '../../state/expiring-map.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { readTimeMs, type SnapshotPart, formatTimeMs } from './snapshot-part.ts';

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
      const entries = snapshot.optionalObjects(name).map((fields) => {
        const entry = {
          id: fields.text('id'),
          expiresAtMs: readTimeMs(fields, 'expiresAt'),
          value: read(fields),
        };
        fields.finish();

        return entry;
      });

      return ({ state, nowMs }) => {
        const map = of(state);
        map.clear();
        for (const { id, expiresAtMs, value } of entries)
          map.set(id, value, { nowMs, expiresAtMs });
      };
    },
  };
}

interface ExpiringPart<Value> {
  readonly name: string;
  readonly of: (state: TenantState) => ExpiringMap<Value>;
  readonly write: (value: Value) => object;
  readonly read: (fields: JsonReader) => Value;
}
