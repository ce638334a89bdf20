import type { Json } from '../../identity/json';
import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { differingParts } from '../../identity/text/look-alike';
import type { Decision, SettingRow } from '../../identity/settings/settings-comparison';
import { decisionFor, valueAfter } from '../../identity/settings/settings-merge';
import { displayText } from '../../identity/text/display-text';
import { settingName } from './setting-name';
import { isInSight, listedPartsOf } from './setting-vocabulary';
import { looksTheSame } from './shown-value';

/** A value that can be chosen. */
export interface ShownCell {
  readonly decision: Decision;
  readonly value: Json | undefined;
  readonly isChosen: boolean;
  /** The part that differs, where it is not among what is shown of the value. */
  readonly hidden?: string;
}

/** A setting that differs, its values in the columns of the accounts: neither moves when the other account is kept. */
export interface ShownRow {
  readonly key: string;
  readonly name: string;
  readonly first: ShownCell;
  readonly second: ShownCell;
  /** Both values in one; `undefined` where they are no lists. */
  readonly both: ShownCell | undefined;
  readonly result: Json | undefined;
  /** Whether it is not what the signed-in account has now. */
  readonly isOther: boolean;
}

/** A setting about which there is nothing to decide. */
export interface OtherSetting {
  readonly key: string;
  readonly name: string;
  readonly value: Json | undefined;
}

type Compared = Pick<LinkPlan, 'settings' | 'decisions' | 'direction' | 'kept' | 'absorbed'>;

/** The settings that differ, in the order of the signed-in account, whichever account is kept. */
export function settingRows(plan: Compared): readonly ShownRow[] {
  const keys = [...inOrder(plan).first.settings.keys()];
  const place = ({ key }: SettingRow): number =>
    keys.includes(key) ? keys.indexOf(key) : keys.length;

  return plan.settings.rows
    .filter((row) => row.standing === 'conflict' && isInSight(row))
    .sort((one, other) => place(one) - place(other))
    .map((row) => rowOf(row, plan));
}

/** Every other setting: it is in the account afterwards as it is now in the one or the other, or as the site proposes. */
export const otherSettings = ({
  settings,
  decisions,
}: Pick<LinkPlan, 'settings' | 'decisions'>): readonly OtherSetting[] =>
  settings.rows
    .filter((row) => row.standing !== 'conflict' || !isInSight(row))
    .map((row) => ({
      key: row.key,
      name: settingName(row.key),
      value: valueAfter(row, decisions),
    }));

/** The settings with another result now that the other account is kept; what is decided after that counts no more. */
export function turnedBySwap(
  plan: LinkPlan,
  before: { readonly plan: LinkPlan; readonly turned: ReadonlySet<string> } | undefined,
): ReadonlySet<string> {
  if (before === undefined) return new Set();
  const results = new Map(settingRows(before.plan).map((row) => [row.key, comparable(row)]));
  const isTurn = before.plan.direction !== plan.direction;

  return new Set(
    settingRows(plan)
      .filter((row) => {
        const isSame = results.get(row.key) === comparable(row);

        return isTurn ? !isSame : isSame && before.turned.has(row.key);
      })
      .map(({ key }) => key),
  );
}

/** Both lists are both, whichever comes first. */
const comparable = ({ both, result }: ShownRow): string | undefined =>
  both?.isChosen === true ? 'both' : JSON.stringify(result);

function rowOf(row: SettingRow, { decisions, direction }: Compared): ShownRow {
  const { key, mine, theirs, choices } = row;
  const chosen = decisionFor(row, decisions);
  const [hiddenMine, hiddenTheirs] = looksTheSame(mine, theirs, key)
    ? hiddenParts(mine, theirs, key)
    : [];
  const cell = (decision: Decision, value: Json | undefined, hidden?: string): ShownCell => ({
    ...{ decision, value, isChosen: decision === chosen },
    ...(hidden !== undefined && { hidden }),
  });
  const [kept, absorbed] = [cell('mine', mine, hiddenMine), cell('theirs', theirs, hiddenTheirs)];
  const [first, second] = direction === 'keepFirst' ? [kept, absorbed] : [absorbed, kept];
  const result = valueAfter(row, decisions);

  return {
    ...{ key, name: settingName(key), first, second, result },
    both: choices.includes('both')
      ? cell('both', valueAfter(row, new Map([[key, 'both']])))
      : undefined,
    isOther: JSON.stringify(result) !== JSON.stringify(first.value),
  };
}

/** What differs, and a little of what stands before it. */
function hiddenParts(
  one: Json | undefined,
  other: Json | undefined,
  key: string,
): readonly string[] {
  const [first, second] = [one, other].map((value) =>
    JSON.stringify(value && listedPartsOf(value, key)),
  );
  // They differ in what people have nothing to do with.
  if (first === undefined || second === undefined || first === second) return [];
  const texts = differingParts(first, second);

  return texts.map(({ before, differs, after }) =>
    displayText(`…${before.slice(-12)}${differs}${after.slice(0, 12)}`),
  );
}
