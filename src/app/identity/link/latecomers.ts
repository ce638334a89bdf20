import type { Account } from '../account';
import { isJsonList, sameJson, type Json, type Settings } from '../json';
import { fingerprint } from '../settings/fingerprint';
import { archiveKey, cleaned, isForbiddenName, isOwnNote } from '../settings/reserved-settings';
import { archivedFor, withSetAside } from '../settings/settings-archive';
import type { Journal } from './journal';

/** Lists what the absorbed account has got since the review, and the kept one has nowhere. */
export function latecomersOf({ settings, userId }: Account, kept: Settings): Settings {
  const aside = archivedFor(kept, userId);

  return new Map(
    [...settings]
      .filter(([key]) => !isForbiddenName(key) && !isOwnNote(key))
      .map(([key, value]) => [key, cleaned(value, key).value] as const)
      .filter(([key, value]) => !has(kept.get(key), value) && !sameJson(aside.get(key), value)),
  );
}

/** Plans the write that sets latecomers aside, and the journal that can take it back. */
export function withLatecomers(
  journal: Journal,
  late: Settings,
  now: Settings,
): { readonly journal: Journal; readonly changes: Settings } {
  if (late.size === 0) return { journal, changes: new Map() };
  const kept = now.get(archiveKey);
  const archive = withSetAside(kept, journal, late) ?? null;
  const isOurs = journal.wrote.get(archiveKey) === fingerprint(kept);

  return {
    journal: {
      ...journal,
      before: isOurs ? journal.before : new Map([...journal.before, [archiveKey, kept]]),
      wrote: new Map([...journal.wrote, [archiveKey, fingerprint(archive)]]),
      ...(journal.snapshot && {
        snapshot: new Map([...journal.snapshot, [archiveKey, archive]]),
      }),
    },
    changes: new Map([[archiveKey, archive]]),
  };
}

/** Whether a value is there, by itself or in a list that was joined with it. */
const has = (value: Json | undefined, wanted: Json): boolean =>
  sameJson(value, wanted) ||
  (isJsonList(value) &&
    isJsonList(wanted) &&
    wanted.every((item) => value.some((own) => sameJson(own, item))));
