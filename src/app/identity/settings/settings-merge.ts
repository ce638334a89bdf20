import { isJsonList, sameJson, type Json, type Settings } from '../json';
import { archiveKey } from './reserved-settings';
import { archiveWith, archiveWithout, noArchive, type SettingsArchive } from './settings-archive';
import type { Decision, SettingRow, SettingsComparison } from './settings-comparison';

/** What has been decided, by root key. A conflict nobody has decided keeps what is there. */
export type Decisions = ReadonlyMap<string, Decision>;

/** What a link writes into the account that is kept; empty when there is nothing to write. */
export interface SettingsMerge {
  /** The root keys that change, each with its whole new value; the archive among them. */
  readonly changes: Settings;
  /** Values that lost a conflict or may not cross, by the subject of the account they come from. */
  readonly setAside: SettingsArchive;
}

/** What is merged of settings that are beyond the limits. */
export const nothingMerged: SettingsMerge = { changes: new Map(), setAside: noArchive };

/** Tells what is decided about a row; where nothing is, the kept account's value stays. */
export const decisionFor = ({ key, choices }: SettingRow, decisions: Decisions): Decision => {
  const decision = decisions.get(key) ?? 'mine';

  return choices.includes(decision) ? decision : 'mine';
};

/** Gives the value that a setting has after the link. */
export function valueAfter(row: SettingRow, decisions: Decisions): Json | undefined {
  switch (row.standing) {
    case 'same':
    case 'onlyMine':
      return row.mine;
    case 'onlyTheirs':
      return row.theirs;
    case 'conflict':
      return resolved(row, decisionFor(row, decisions));
  }
}

/** Merges what was compared, as decided. `mine`: the kept account's settings, with which it was compared. */
export function mergeSettings(
  { rows, withheld }: SettingsComparison,
  decisions: Decisions,
  {
    mine,
    subjects,
    connection,
  }: {
    readonly mine: Settings;
    readonly subjects: { readonly kept: string; readonly absorbed: string };
    /** By which connection the absorbed account signs in. */
    readonly connection?: string;
  },
): SettingsMerge {
  const conflicts = rows.filter(({ standing }) => standing === 'conflict');
  const lostBy = (side: 'mine' | 'theirs', won: Decision) =>
    conflicts
      .filter((row) => decisionFor(row, decisions) === won)
      .map((row) => [row.key, row[side] ?? null] as const);
  const changed = rows
    .map((row) => [row, valueAfter(row, decisions)] as const)
    .filter(([row, value]) => !sameJson(value, row.mine))
    .map(([{ key }, value]) => [key, value ?? null] as const);
  const setAside = new Map<string, Settings>([
    [subjects.absorbed, new Map([...withheld, ...lostBy('theirs', 'mine')])],
    [subjects.kept, new Map(lostBy('mine', 'theirs'))],
  ]);
  const before = mine.get(archiveKey);
  // What the absorbed account has here from an earlier link has been compared with the rest, and decided anew.
  const archive = archiveWith(
    archiveWithout(before, subjects.absorbed),
    setAside,
    new Map(connection === undefined ? [] : [[subjects.absorbed, connection]]),
  );

  return {
    changes: new Map([
      ...changed,
      ...(sameJson(archive, before) ? [] : [[archiveKey, archive ?? null] as const]),
    ]),
    setAside,
  };
}

function resolved({ mine, theirs }: SettingRow, decision: Decision): Json | undefined {
  switch (decision) {
    case 'mine':
      return mine;
    case 'theirs':
      return theirs;
    case 'both':
      return isJsonList(mine) && isJsonList(theirs)
        ? [...mine, ...theirs.filter((item) => !mine.some((own) => sameJson(own, item)))]
        : mine;
  }
}
