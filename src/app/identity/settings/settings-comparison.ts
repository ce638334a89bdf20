import { isJsonList, sameJson, type Json, type Settings } from '../json';
import {
  archiveKey,
  cleaned,
  historyKey,
  isForbiddenName,
  isOwnNote,
  isReservedKey,
} from './reserved-settings';

/** What becomes of a setting that both accounts have, each with a value of its own. */
export type Decision = 'mine' | 'theirs' | 'both';

/** One root key of both accounts' settings: mine is the account that is kept, theirs the absorbed one. */
export interface SettingRow {
  readonly key: string;
  readonly standing: 'same' | 'onlyMine' | 'onlyTheirs' | 'conflict';
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
  /** What may be decided; empty where there is nothing to decide. */
  readonly choices: readonly Decision[];
}

/** Something of the absorbed account that is not brought in: it must not be written, or belongs to the portal. */
export interface LeftOut {
  readonly path: string;
  readonly why: 'forbidden' | 'reserved';
}

/** Two accounts' settings side by side. */
export interface SettingsComparison {
  readonly rows: readonly SettingRow[];
  readonly leftOut: readonly LeftOut[];
  /** What is reserved: it does not become a setting, and is set aside with the rest that stays behind. */
  readonly withheld: Settings;
}

/** What is compared of settings that are beyond the limits. */
export const nothingCompared: SettingsComparison = { rows: [], leftOut: [], withheld: new Map() };

/** Compares the settings of two accounts, key by key. Both have to be within the limits. */
export function compareSettings(
  mine: Settings,
  theirs: Settings,
  reserved: readonly string[],
): SettingsComparison {
  const keys = [...theirs.keys()].filter((key) => key !== historyKey);
  const forbidden = keys.filter(isForbiddenName);
  const cleanedEntry = (key: string) => [key, cleaned(theirs.get(key) ?? null, key)] as const;
  const withheld = keys
    .filter((key) => isReservedKey(key, reserved) && !isOwnNote(key))
    .map(cleanedEntry);
  const crossing = keys
    .filter((key) => !isForbiddenName(key) && !isReservedKey(key, reserved))
    .map(cleanedEntry);
  const brought: Settings = new Map(crossing.map(([key, { value }]) => [key, value]));
  const visible = [...mine.keys()].filter((key) => !isOwnNote(key) && key !== archiveKey);

  return {
    rows: [...new Set([...visible, ...brought.keys()])].map((key) =>
      rowOf(key, mine.get(key), brought.get(key)),
    ),
    leftOut: [
      ...[...forbidden, ...[...crossing, ...withheld].flatMap(([, { leftOut }]) => leftOut)].map(
        (path): LeftOut => ({ path, why: 'forbidden' }),
      ),
      ...withheld
        .filter(([key]) => key !== archiveKey)
        .map(([path]): LeftOut => ({ path, why: 'reserved' })),
    ],
    withheld: new Map(withheld.map(([key, { value }]) => [key, value])),
  };
}

function rowOf(key: string, mine: Json | undefined, theirs: Json | undefined): SettingRow {
  const row = { key, mine, theirs };
  if (theirs === undefined) return { ...row, standing: 'onlyMine', choices: [] };
  if (mine === undefined) return { ...row, standing: 'onlyTheirs', choices: [] };
  if (sameJson(mine, theirs)) return { ...row, standing: 'same', choices: [] };

  const areLists = isJsonList(mine) && isJsonList(theirs);

  return {
    ...row,
    standing: 'conflict',
    choices: areLists ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'],
  };
}
