import { isJsonList, objectOf, sameJson, type Json, type JsonObject, type Settings } from '../json';
import { fingerprint } from './fingerprint';
import { archiveKey } from './reserved-settings';
import { archivedFor, archiveWithBrought, broughtOf } from './settings-archive';
import type { SettingRow } from './settings-comparison';
import { decisionFor, type Decisions, type SettingsMerge } from './settings-merge';

/** Of what a link's notes are made. */
interface Bringing {
  /** The kept account's settings. */
  readonly mine: Settings;
  readonly decisions: Decisions;
  /** The absorbed account, and by which connection it is linked. */
  readonly from: { readonly subject: string; readonly connection: string };
}

/** What an account gets back once it is one of its own again. */
export interface Returnable {
  /** What it had before it was linked, as far as that is known. */
  readonly values: Settings;
  /** What it had as well, and what has changed here since, so that nobody knows its value any more. */
  readonly lost: readonly string[];
}

/**
 * Adds to what a link writes a note of what the absorbed account brings in, so that it can be given back after an
 * unlink. A value that is used as it is needs no copy: its fingerprint tells later whether it still is. Of lists that
 * are joined the account's own is kept, in a list. A link that has nothing else to write notes nothing.
 */
export function noting(
  { changes, setAside }: SettingsMerge,
  rows: readonly SettingRow[],
  { mine, decisions, from }: Bringing,
): SettingsMerge {
  const archive = changes.has(archiveKey) ? changes.get(archiveKey) : mine.get(archiveKey);
  const notes = notesOf(rows, decisions);
  if (changes.size === 0 || Object.keys(notes).length === 0) return { changes, setAside };
  const all = { ...broughtOf(archive).get(from.subject), ...notes };
  const noted = archiveWithBrought(archive ?? undefined, from, all) ?? null;

  return { changes: new Map([...changes, [archiveKey, noted]]), setAside };
}

/** Tells what of one account can go back into it: what is set aside of it, and what it has brought. */
export function returnableTo(settings: Settings, subject: string): Returnable {
  const aside = archivedFor(settings, subject);
  const brought = Object.entries(broughtOf(settings.get(archiveKey)).get(subject) ?? {})
    .filter(([key]) => !aside.has(key))
    .map(([key, note]) => [key, valueNoted(note, settings.get(key))] as const);

  return {
    values: new Map([
      ...aside,
      ...brought.filter((entry): entry is [string, Json] => isKnown(entry[1])),
    ]),
    lost: brought.filter(([, value]) => !isKnown(value)).map(([key]) => key),
  };
}

/** Removes from an archive the notes of what `owned` has again; and, where no value is left, of what is lost. */
export function archiveReturned(
  value: Json | undefined,
  subject: string,
  { values, owned }: { readonly values: Settings; readonly owned: Settings },
): Json | undefined {
  const notes = broughtOf(value).get(subject);
  if (notes === undefined) return value;
  const rest = Object.entries(notes).filter(
    ([key]) => !values.has(key) || !sameJson(owned.get(key), values.get(key)),
  );
  const isOver = !rest.some(([key]) => values.has(key));

  return archiveWithBrought(value, { subject }, objectOf(isOver ? [] : rest));
}

const notesOf = (rows: readonly SettingRow[], decisions: Decisions): JsonObject =>
  objectOf(
    rows.flatMap((row): (readonly [string, Json])[] => {
      if (row.theirs === undefined) return [];
      const decision = row.standing === 'conflict' ? decisionFor(row, decisions) : 'theirs';
      if (decision === 'mine') return [];

      return [[row.key, decision === 'both' ? [row.theirs] : fingerprint(row.theirs)]];
    }),
  );

const isKnown = (value: Json | undefined): value is Json => value !== undefined;

/** Reads one note. Others may have written it, so that what is no note is passed over as lost. */
function valueNoted(note: Json, now: Json | undefined): Json | undefined {
  if (isJsonList(note)) return note[0];

  return now !== undefined && note === fingerprint(now) ? now : undefined;
}
