import { isJsonObject, objectOf, type Json, type JsonObject, type Settings } from '../json';
import { archiveKey } from './reserved-settings';

/** What an account has set aside, by the subject of the account that each value comes from. */
export type SettingsArchive = ReadonlyMap<string, Settings>;

export const noArchive: SettingsArchive = new Map();

/** Reads the archive out of an account's settings; what has another shape is somebody else's, and passed over. */
export function archiveOf(value: Json | undefined): SettingsArchive {
  if (!isJsonObject(value)) return noArchive;

  return new Map(
    Object.entries(value)
      .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
      .map(([name, settings]) => [
        subjectNamed(name),
        new Map(Object.entries(settings).filter(([, setting]) => setting !== null)),
      ]),
  );
}

/** What is set aside here for one account. */
export const archivedFor = (settings: Settings, subject: string): Settings =>
  archiveOf(settings.get(archiveKey)).get(subject) ?? new Map();

/** The archive with more in it. What an account set aside before stays, unless it has a newer value now. */
export function archiveWith(value: Json | undefined, more: SettingsArchive): Json | undefined {
  const additions = [...more].filter(([, settings]) => settings.size > 0);
  if (additions.length === 0) return value;
  const before = archiveOf(value);

  return objectOf([
    ...entriesOf(value),
    ...additions.map(
      ([subject, settings]) =>
        [
          nameFor(subject),
          objectOf(new Map([...(before.get(subject) ?? []), ...settings])),
        ] as const,
    ),
  ]);
}

/** The archive without what one account has set aside; `undefined` when nothing is left. */
export function archiveWithout(value: Json | undefined, subject: string): Json | undefined {
  if (!archiveOf(value).has(subject)) return value;
  const rest = entriesOf(value).filter(([name]) => subjectNamed(name) !== subject);

  return rest.length === 0 ? undefined : objectOf(rest);
}

/** The write that removes what one account has set aside; empty if there is nothing. */
export const removalOf = (settings: Settings, subject: string): Settings =>
  archiveOf(settings.get(archiveKey)).has(subject)
    ? new Map([[archiveKey, archiveWithout(settings.get(archiveKey), subject) ?? null]])
    : new Map();

/** All that stands in the archive's place, to be written back; a subject has a bar, so this name is nobody's. */
function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  if (isJsonObject(value)) return Object.entries(value);

  return value === undefined || value === null ? [] : [['other', value]];
}

/** The tenant stores no name with a dot in it (contract §6.4), and a company's subjects are often addresses. */
const nameFor = (subject: string): string => subject.replaceAll('%', '%25').replaceAll('.', '%2E');

const subjectNamed = (name: string): string => name.replaceAll('%2E', '.').replaceAll('%25', '%');
