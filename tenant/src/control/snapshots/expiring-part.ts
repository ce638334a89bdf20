import type { JsonReader } from '../../protocol/json-reader.ts';
import type { ExpiringMap } from '../../state/expiring-map.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { readTime, type SnapshotPart, timeText } from './snapshot-part.ts';

/** A part for a map whose entries end: each entry becomes `{ id, expiresAt, … }`. */
export function expiringPart<Value>({ name, of, write, read }: ExpiringPart<Value>): SnapshotPart {
  return {
    name,
    take: ({ state, now }) =>
      of(state)
        .live(now)
        .map(({ key, value, expiresAt }) => ({
          id: key,
          expiresAt: timeText(expiresAt),
          ...write(value),
        })),
    read: (snapshot) => {
      const entries = snapshot.optionalObjects(name).map((fields) => {
        const entry = {
          id: fields.text('id'),
          expiresAt: readTime(fields, 'expiresAt'),
          value: read(fields),
        };
        fields.finish();

        return entry;
      });

      return ({ state, now }) => {
        const map = of(state);
        map.clear();
        for (const { id, expiresAt, value } of entries) map.set(id, value, { now, expiresAt });
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
