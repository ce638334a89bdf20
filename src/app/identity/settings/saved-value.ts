import { sameJson, type Json, type Settings } from '../json';
import { archiveKey } from './reserved-settings';
import { archivedFor, archiveWith, archiveWithout, connectionsOf } from './settings-archive';

/** One value that an account has saved, and the subject of the account that it comes from. */
export interface SavedValue {
  readonly subject: string;
  readonly key: string;
  readonly value: Json;
}

/**
 * Plans the write that takes a saved value into use. What was used until then is saved in its place, so that it can be
 * taken back; `own`: the subject of the account itself, for which it is saved if nothing else of that name is. Empty
 * where the value is saved no more, or is another one by now.
 */
export function usingOf(now: Settings, { subject, key, value }: SavedValue, own: string): Settings {
  const saved = archivedFor(now, subject);
  if (!sameJson(saved.get(key), value)) return new Map();
  const former = now.get(key);
  if (sameJson(former, value)) return removalOfValue(now, { subject, key });
  const slot = archivedFor(now, own).has(key) ? subject : own;
  const rest = removalOfValue(now, { subject, key }).get(archiveKey) ?? undefined;
  const archive =
    former === undefined
      ? rest
      : archiveWith(
          rest,
          new Map([[slot, new Map([[key, former]])]]),
          connectionsOf(now.get(archiveKey)),
        );

  return new Map([
    [key, value],
    [archiveKey, archive ?? null],
  ]);
}

/** Plans the write that removes one saved value; empty if it is not there. */
export function removalOfValue(
  now: Settings,
  { subject, key }: Pick<SavedValue, 'subject' | 'key'>,
): Settings {
  const saved = archivedFor(now, subject);
  if (!saved.has(key)) return new Map();
  const before = now.get(archiveKey);
  const rest = new Map([...saved].filter(([name]) => name !== key));
  const archive = archiveWith(
    archiveWithout(before, subject),
    new Map([[subject, rest]]),
    connectionsOf(before),
  );

  return new Map([[archiveKey, archive ?? null]]);
}
