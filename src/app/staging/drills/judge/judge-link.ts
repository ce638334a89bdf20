import type { Account } from '../../../identity/account';
import { sameJson } from '../../../identity/json';
import { withoutHistory } from '../../../identity/settings/link-history';
import { journalKey } from '../../../identity/settings/reserved-settings';
import { archivedFor } from '../../../identity/settings/settings-archive';
import type { AccountsExpected, Pair } from '../catalogue/drill';
import { whoWords } from '../catalogue/step-words';
import { accountOf, compared, factsOf, methodsOf, sameList } from './account-facts';
import type { AccountsBefore, AccountsSeen } from './accounts-seen';
import { judged, notSeen, type Evidence } from './evidence';

/** Whether two accounts have become one that has everything, also what was chosen. */
export const judgeLink = (
  expected: Extract<AccountsExpected, { kind: 'linked' }>,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] => [
  ...together(expected, before, after),
  ...nothingLost(expected, before, after),
  ...decided(expected, after),
];

/** Every setting of either account is in the one that is kept, or set aside there for where it comes from. */
export function nothingLost(
  { kept, joined }: Pair,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  const keeper = accountOf(after[kept]);
  if (keeper === undefined) return [];
  const lost = [kept, joined].flatMap((who) => lostOf(before[who], keeper));

  return [
    judged(
      lost.length === 0,
      $localize`No setting of either account is lost.`,
      lost.map((name) => ({ name: $localize`lost`, value: name })),
    ),
  ];
}

function together(
  { kept, joined }: Pair,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  const keeper = accountOf(after[kept]);
  const subjects = [kept, joined].flatMap((who) => methodsOf(before[who]));
  const isGone = after[joined]?.kind;
  const merged = $localize`The ${whoWords[kept]}:account: has the sign-in methods of both.`;
  const leaves = $localize`The ${whoWords[joined]}:other: is no longer an account of its own.`;
  const closed = $localize`No link is left unfinished.`;

  return [
    compared(merged, { had: before[kept], seen: after[kept] }, (_had, has) =>
      sameList(methodsOf(has), subjects),
    ),
    isGone === undefined || isGone === 'notSeen'
      ? notSeen(leaves)
      : judged(isGone === 'gone', leaves, factsOf(after[joined])),
    ...(keeper === undefined ? [] : [judged(!keeper.settings.has(journalKey), closed)]),
  ];
}

function lostOf(had: Account | undefined, keeper: Account): readonly string[] {
  if (had === undefined) return [];
  const aside = archivedFor(keeper.settings, had.userId);

  return [...withoutHistory(had.settings)]
    .filter(
      ([key, value]) =>
        !sameJson(keeper.settings.get(key), value) && !sameJson(aside.get(key), value),
    )
    .map(([key]) => key);
}

function decided(
  { kept, settings = {} }: Extract<AccountsExpected, { kind: 'linked' }>,
  after: AccountsSeen,
): readonly Evidence[] {
  const keeper = accountOf(after[kept]);
  if (keeper === undefined) return [];

  return Object.entries(settings).map(([key, value]) =>
    judged(
      sameJson(keeper.settings.get(key), value),
      $localize`The setting “${key}:key:” is what was chosen.`,
    ),
  );
}
