import type { Json } from '../../identity/json';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { Decision, SettingRow } from '../../identity/settings/settings-comparison';
import { decisionFor, valueAfter } from '../../identity/settings/settings-merge';
import { settingName } from './setting-name';
import { looksTheSame } from './shown-value';

/** One row of the table, in words. */
export interface ShownRow {
  readonly key: string;
  readonly name: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
  readonly after: Json | undefined;
  readonly standing: string;
  readonly choices: readonly {
    readonly decision: Decision;
    readonly words: string;
    readonly isChosen: boolean;
  }[];
}

/** What asks for a decision comes first, and what stays as it is comes last. */
const order: Readonly<Record<SettingRow['standing'], number>> = {
  conflict: 0,
  onlyTheirs: 1,
  onlyMine: 2,
  same: 3,
};

export const settingRows = ({
  settings,
  decisions,
}: Pick<LinkPlan, 'settings' | 'decisions'>): readonly ShownRow[] =>
  [...settings.rows]
    .sort((one, other) => order[one.standing] - order[other.standing])
    .map((row) => ({
      key: row.key,
      name: settingName(row.key),
      mine: row.mine,
      theirs: row.theirs,
      after: valueAfter(row, decisions),
      standing: standingWords(row),
      choices: row.choices.map((decision) => ({
        decision,
        words: decisionWords(decision),
        isChosen: decision === decisionFor(row, decisions),
      })),
    }));

function standingWords({ standing, mine, theirs }: SettingRow): string {
  switch (standing) {
    case 'same':
      return $localize`The same in both`;
    case 'onlyMine':
      return $localize`Only in the account you keep`;
    case 'onlyTheirs':
      return $localize`Only in the account that joins: carried over`;
    case 'conflict':
      return looksTheSame(mine, theirs)
        ? $localize`They differ, in a part that is not shown`
        : $localize`They differ`;
  }
}

function decisionWords(decision: Decision): string {
  switch (decision) {
    case 'mine':
      return $localize`Keep mine`;
    case 'theirs':
      return $localize`Take theirs`;
    case 'both':
      return $localize`Keep both`;
  }
}
