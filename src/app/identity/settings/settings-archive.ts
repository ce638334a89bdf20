import { isJsonObject, objectOf, type Json, type JsonObject, type Settings } from '../json';
import { archiveKey } from './reserved-settings';

/** What an account has set aside, by the subject of the account that each value comes from. */
export type SettingsArchive = ReadonlyMap<string, Settings>;

/** An archive with nothing in it. */
export const noArchive: SettingsArchive = new Map();

/** By which connection each account was linked that values come from. */
export type ArchivedConnections = ReadonlyMap<string, string>;

/** Where the connections stand in the archive. A subject has a bar in it, so none has this name. */
const connectionsName = 'connections';
/** Where it stands what linked accounts have brought, beside what is set aside of them. */
const broughtName = 'brought';

/** Reads the archive of an account; passes over what has another shape, as others may have written it. */
export function archiveOf(value: Json | undefined): SettingsArchive {
  if (!isJsonObject(value)) return noArchive;

  return new Map(
    Object.entries(value)
      .filter(([name]) => name !== connectionsName && name !== broughtName)
      .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
      .map(([name, settings]) => [
        subjectNamed(name),
        new Map(Object.entries(settings).filter(([, setting]) => setting !== null)),
      ]),
  );
}

/** Reads what is noted of each account's values that were brought in; earlier versions have noted nothing. */
export function broughtOf(value: Json | undefined): ReadonlyMap<string, JsonObject> {
  const noted = isJsonObject(value) ? value[broughtName] : undefined;

  return new Map(
    Object.entries(isJsonObject(noted) ? noted : {})
      .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
      .map(([name, notes]) => [subjectNamed(name), notes]),
  );
}

/** Reads the connections of an archive; earlier versions have kept none. */
export function connectionsOf(value: Json | undefined): ArchivedConnections {
  const kept = isJsonObject(value) ? value[connectionsName] : undefined;

  return new Map(
    Object.entries(isJsonObject(kept) ? kept : {})
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([name, connection]) => [subjectNamed(name), connection]),
  );
}

/** Gives what is set aside in these settings for one account. */
export const archivedFor = (settings: Settings, subject: string): Settings =>
  archiveOf(settings.get(archiveKey)).get(subject) ?? new Map();

/**
 * Adds to an archive. What was set aside for an account before stays, unless it has a newer value. Passes over
 * `connections` of accounts for which nothing is set aside.
 */
export function archiveWith(
  value: Json | undefined,
  more: SettingsArchive,
  connections: ArchivedConnections = new Map(),
): Json | undefined {
  const additions = [...more].filter(([, settings]) => settings.size > 0);
  if (additions.length === 0) return value;
  const before = archiveOf(value);
  const subjects = new Set(additions.map(([subject]) => subject));
  const named = [...connections].filter(([subject]) => subjects.has(subject));

  return objectOf([
    ...entriesOf(value),
    ...additions.map(([subject, settings]) => {
      const all = objectOf([...(before.get(subject) ?? []), ...settings]);

      return [nameFor(subject), all] as const;
    }),
    ...connectionsEntry([...connectionsOf(value), ...named]),
  ]);
}

/** Adds to an archive what is set aside of one account, and by which connection it is linked. */
export const withSetAside = (
  value: Json | undefined,
  { subject, connection }: { readonly subject: string; readonly connection: string },
  settings: Settings,
): Json | undefined =>
  archiveWith(value, new Map([[subject, settings]]), new Map([[subject, connection]]));

/** Removes from an archive what is set aside of one account; gives `undefined` when nothing is left. */
export function archiveWithout(value: Json | undefined, subject: string): Json | undefined {
  if (!archiveOf(value).has(subject)) return value;
  const hasBrought = broughtOf(value).has(subject);
  const rest = [
    ...entriesOf(value).filter(
      ([name]) => name !== connectionsName && subjectNamed(name) !== subject,
    ),
    ...connectionsEntry(
      [...connectionsOf(value)].filter(([name]) => hasBrought || name !== subject),
    ),
  ];

  return rest.length === 0 ? undefined : objectOf(rest);
}

/** Replaces in an archive what is noted of what one account has brought; gives `undefined` when nothing is left. */
export function archiveWithBrought(
  value: Json | undefined,
  { subject, connection }: { readonly subject: string; readonly connection?: string | undefined },
  notes: JsonObject,
): Json | undefined {
  const isEmpty = Object.keys(notes).length === 0;
  const others = [...broughtOf(value)].filter(([name]) => name !== subject);
  const brought = isEmpty ? others : [...others, [subject, notes] as const];
  const isNamed = !isEmpty || archiveOf(value).has(subject);
  const connections = [...connectionsOf(value)].filter(([name]) => isNamed || name !== subject);
  const isNew = !isEmpty && connection !== undefined;
  const rest = [
    ...entriesOf(value).filter(([name]) => name !== connectionsName && name !== broughtName),
    ...(brought.length === 0
      ? []
      : [[broughtName, objectOf(brought.map(([name, of]) => [nameFor(name), of]))] as const]),
    ...connectionsEntry(isNew ? [...connections, [subject, connection]] : connections),
  ];

  return rest.length === 0 ? undefined : objectOf(rest);
}

/** Plans the write that removes what is kept of one account; empty if there is nothing. */
export function removalOf(settings: Settings, subject: string): Settings {
  const before = settings.get(archiveKey);
  if (!archiveOf(before).has(subject) && !broughtOf(before).has(subject)) return new Map();
  const rest = archiveWithBrought(archiveWithout(before, subject), { subject }, {});

  return new Map([[archiveKey, rest ?? null]]);
}

function connectionsEntry(
  connections: readonly (readonly [string, string])[],
): readonly (readonly [string, Json])[] {
  const entries = connections.map(([subject, name]) => [nameFor(subject), name] as const);

  return entries.length === 0 ? [] : [[connectionsName, objectOf(entries)]];
}

/** Lists all that stands in the archive's place, to be written back. A subject has a bar, so none is called `other`. */
function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  if (isJsonObject(value)) return Object.entries(value);

  return value === undefined || value === null ? [] : [['other', value]];
}

/** The tenant stores no name with a dot in it (contract §6.4), and a company's subjects are often addresses. */
const nameFor = (subject: string): string => subject.replaceAll('%', '%25').replaceAll('.', '%2E');

const subjectNamed = (name: string): string => name.replaceAll('%2E', '.').replaceAll('%25', '%');
