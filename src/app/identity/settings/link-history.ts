import { byteSize, isJsonList, sameJson, type Json, type Settings } from '../json';
import { displayText } from '../text/display-text';
import { shownText } from '../text/shown-text';
import { historyKey } from './reserved-settings';
import { mostBytes, sizeWith } from './settings-limits';

/** A link or an unlink that an account remembers. */
export interface HistoryEntry {
  readonly what: 'link' | 'unlink';
  /** When, in milliseconds since 1970. */
  readonly atMs: number;
  /** The `provider|id` of the method that came or left. */
  readonly subject: string;
  readonly connection: string;
  /** What the method was known by, where that was known. */
  readonly label?: string;
}

/** How many links and unlinks are kept. */
export const mostEntries = 20;
/** How much of the profile they may take, in bytes of UTF-8. */
export const mostHistoryBytes = 2048;
/** How far apart two records of one event may be: a tab and a journal note it at different moments. */
const sameEventMs = 120_000;

/** Reads what an account remembers, the oldest first. It is only shown, so what cannot be read is passed over. */
export function historyOf(settings: Settings): readonly HistoryEntry[] {
  const list = settings.get(historyKey);

  return (isJsonList(list) ? list : []).map(entryOf).filter((entry) => entry !== undefined);
}

/**
 * Adds to a write what the account is to remember. Where there is no room, the oldest goes first, and nothing else
 * gives way to it.
 */
export function recording(
  now: Settings,
  changes: Settings,
  events: readonly HistoryEntry[],
): Settings {
  const before = historyOf(now);
  const added = unrecorded(events, before);
  const after = [...before, ...added].sort((one, other) => one.atMs - other.atMs);

  return added.length === 0 ? makingRoom(now, changes) : fitting(now, changes, after);
}

/**
 * Plans the write that has an account remember events, where nothing else is to be written; empty where it remembers
 * them, or has no room for them.
 */
export function rememberingOf(now: Settings, events: readonly HistoryEntry[]): Settings {
  const changes = recording(now, new Map(), events);
  const list = changes.get(historyKey);

  return isJsonList(list) && !sameJson(list, now.get(historyKey)) ? changes : new Map();
}

/** Makes room for a write, where it needs some: what the account remembers gives way to it, the oldest first. */
export const makingRoom = (now: Settings, changes: Settings): Settings =>
  changes.size === 0 || !now.has(historyKey) || isWithin(now, changes)
    ? changes
    : fitting(now, changes, historyOf(now));

/** Leaves out of settings what the account remembers, which gives way to everything else. */
export const withoutHistory = (settings: Settings): Settings =>
  new Map([...settings].filter(([key]) => key !== historyKey));

/** Lists those events that are not on record, each record standing for one event alone. */
export function unrecorded<Event extends HistoryEntry>(
  events: readonly Event[],
  record: readonly HistoryEntry[],
): readonly Event[] {
  const rest = [...record];

  return events.filter((event) => {
    const [nearest] = rest
      .filter((entry) => isSameEvent(entry, event))
      .sort((one, other) => distance(one, event) - distance(other, event));
    if (nearest !== undefined) rest.splice(rest.indexOf(nearest), 1);

    return nearest === undefined;
  });
}

const distance = (one: HistoryEntry, other: HistoryEntry): number =>
  Math.abs(one.atMs - other.atMs);

const isSameEvent = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.what === other.what && one.subject === other.subject && distance(one, other) < sameEventMs;

/** Tells when each method was linked that has not been unlinked since, as far as the record goes. */
export function linkedAtOf(record: readonly HistoryEntry[]): ReadonlyMap<string, number> {
  const linkedAtMs = new Map<string, number>();
  for (const { what, subject, atMs } of [...record].sort((one, other) => one.atMs - other.atMs)) {
    if (what === 'link') linkedAtMs.set(subject, atMs);
    else linkedAtMs.delete(subject);
  }

  return linkedAtMs;
}

/** How far apart two times have to be to tell which was first: each is in whole seconds, and so is the clock's skew. */
const unsureMs = 2000;

/**
 * Finds the method, by its `provider|id`, that somebody has signed in with: the only one that the account had at that
 * time. The tenant does not say with which, so of several it is not known.
 */
export function signedInWith(
  methods: readonly string[],
  record: readonly HistoryEntry[],
  signedInAtMs: number | undefined,
): string | undefined {
  const isSince = ({ atMs }: HistoryEntry, atLeastMs = 0): boolean =>
    signedInAtMs !== undefined && atMs - signedInAtMs >= atLeastMs;
  // Whatever was unlinked may have been it; and where it is not known when somebody signed in, at any time.
  if (
    record.some(
      (entry) => entry.what === 'unlink' && (signedInAtMs === undefined || isSince(entry)),
    )
  )
    return undefined;
  const added = new Set(
    record.filter((entry) => isSince(entry, unsureMs)).map(({ subject }) => subject),
  );
  const [only, ...others] = methods.filter((method) => !added.has(method));

  return others.length === 0 ? only : undefined;
}

function fitting(now: Settings, changes: Settings, entries: readonly HistoryEntry[]): Settings {
  let kept = entries.slice(-mostEntries).map(entryJson);
  while (kept.length > 0) {
    const written = new Map([...changes, [historyKey, kept]]);
    if (byteSize(kept) <= mostHistoryBytes && isWithin(now, written)) return written;
    kept = kept.slice(1);
  }

  return now.has(historyKey) ? new Map([...changes, [historyKey, null]]) : changes;
}

const isWithin = (now: Settings, changes: Settings): boolean => sizeWith(now, changes) <= mostBytes;

/** Lists and no objects: an account may have few names, and these are not its own. */
const entryJson = ({ what, atMs, subject, connection, label }: HistoryEntry): Json => [
  what,
  Math.round(atMs / 1000),
  subject,
  connection,
  ...(label === undefined ? [] : [displayText(label)]),
];

function entryOf(json: Json): HistoryEntry | undefined {
  if (!isJsonList(json)) return undefined;
  const [what, seconds, subject, connection, label] = json;
  if (what !== 'link' && what !== 'unlink') return undefined;
  if (typeof seconds !== 'number' || typeof subject !== 'string') return undefined;
  if (Number.isNaN(new Date(seconds * 1000).getTime())) return undefined;
  const shown = shownText(label);

  return {
    what,
    atMs: seconds * 1000,
    subject,
    connection: shownText(connection) ?? '',
    ...(shown && { label: shown }),
  };
}
