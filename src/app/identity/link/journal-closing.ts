import { subjectOf, type Identity } from '../identity';
import { sameJson, type Json, type Settings } from '../json';
import { fingerprint } from '../settings/fingerprint';
import { archiveKey, journalKey } from '../settings/reserved-settings';
import { archiveOf, archiveWith, connectionsOf, withSetAside } from '../settings/settings-archive';
import { journalJson, journalOf, type Journal } from './journal';

/** The last write of a link: it removes the journal and writes again what was lost meanwhile. */
export interface Closing {
  /** What is to be written; empty when all is done. Another journal in this one's place is left alone. */
  readonly changes: Settings;
  /** Settings that somebody changed since, so that what the absorbed account had is set aside. */
  readonly setAside: readonly string[];
  /** Settings that were lost and cannot be mended, because the account had no room for a copy. */
  readonly lost: readonly string[];
}

/** Plans the write that closes a link that has happened. `now`: the settings of the kept account as they are. */
export function closingOf(journal: Journal, now: Settings): Closing {
  const missing = [...journal.wrote]
    .filter(([key, mark]) => key !== archiveKey && fingerprint(now.get(key)) !== mark)
    .map(([key]) => key);
  const isUnedited = (key: string): boolean => sameJson(now.get(key), journal.before.get(key));
  const copyOf = (key: string): Json | undefined => journal.snapshot?.get(key);
  const mended = missing.filter((key) => isUnedited(key) && copyOf(key) !== undefined);
  const edited = missing.filter((key) => !isUnedited(key) && copyOf(key) !== undefined);
  const kept = now.get(archiveKey);
  // What an earlier link had set aside may be gone from it, as this one has agreed to offer it again.
  const copied =
    journal.snapshot?.has(archiveKey) === true && isUnedited(archiveKey)
      ? (copyOf(archiveKey) ?? undefined)
      : archiveWith(kept, archiveOf(copyOf(archiveKey)), connectionsOf(copyOf(archiveKey)));
  const archive = withSetAside(copied, journal, pick(edited));

  return {
    changes: new Map<string, Json>([
      ...pick(mended),
      ...(sameJson(archive ?? null, kept ?? null) ? [] : [[archiveKey, archive ?? null] as const]),
      ...(journalOf(now)?.id === journal.id ? [[journalKey, null] as const] : []),
    ]),
    setAside: edited,
    lost: missing.filter((key) => copyOf(key) === undefined),
  };

  function pick(keys: readonly string[]): Settings {
    return new Map(keys.map((key) => [key, copyOf(key) ?? null]));
  }
}

/**
 * Plans the write that takes back a link that has not happened: each setting becomes what it was, unless somebody has
 * changed it since. Where the link may still arrive, the journal stays, so that nothing is lost if it does. Another
 * journal in this one's place is left alone, and so is what it has written.
 */
export function undoingOf(journal: Journal, now: Settings, mayArrive: boolean): Settings {
  const found = journalOf(now);
  const isReplaced = found?.id !== journal.id;
  const mine = [...journal.wrote]
    .filter(([key, mark]) => fingerprint(now.get(key)) === mark)
    .filter(([key]) => !isReplaced || found?.wrote.has(key) !== true)
    .map(([key]) => [key, journal.before.get(key) ?? null] as const);
  const after = mayArrive ? journalJson({ ...journal, phase: 'undone' }) : null;

  return new Map<string, Json>([...mine, ...(isReplaced ? [] : [[journalKey, after] as const])]);
}

/**
 * Plans the write that takes back a link whose journal is gone because another link, that of `other`, was closed
 * meanwhile. It cannot be told any more which of the two wrote what both had, so a copy is set aside for `other`.
 */
export function undoingBeside(other: Identity, journal: Journal, now: Settings): Settings {
  const undoing = undoingOf(journal, now, false);
  const taken = [...undoing.keys()].filter((key) => key !== archiveKey);
  const before = undoing.has(archiveKey) ? undoing.get(archiveKey) : now.get(archiveKey);
  const copies = new Map(taken.map((key) => [key, now.get(key) ?? null] as const));
  const from = { subject: subjectOf(other), connection: other.connection };
  const archive = withSetAside(before ?? undefined, from, copies);

  return taken.length === 0 ? undoing : new Map([...undoing, [archiveKey, archive ?? null]]);
}
