import type { AccountsExpected, Pair, Who } from '../catalogue/drill';
import { whoWords } from '../catalogue/step-words';
import { compared, sameMethods, sameSettings } from './account-facts';
import type { AccountsBefore, AccountsSeen } from './accounts-seen';
import type { Evidence } from './evidence';
import { judgeLink, nothingLost } from './judge-link';

/** Compares accounts with how they are to be. */
export function judgeAccounts(
  expected: AccountsExpected,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  switch (expected.kind) {
    case 'unchanged':
      return whoAmong(before).map((who) => unchanged(who, before, after));
    case 'linked':
      return [
        ...judgeLink(expected, before, after),
        ...whoAmong(before)
          .filter((who) => who !== expected.kept && who !== expected.joined)
          .map((who) => unchanged(who, before, after)),
      ];
    case 'apart':
      return apart(expected, before, after);
  }
}

const whoAmong = (accounts: AccountsBefore): readonly Who[] => Object.keys(accounts) as Who[];

const unchanged = (who: Who, before: AccountsBefore, after: AccountsSeen): Evidence =>
  compared(
    $localize`The ${whoWords[who]}:account: is as it was before.`,
    { had: before[who], seen: after[who] },
    (had, has) => sameMethods(had, has) && sameSettings(had, has),
  );

const apart = (pair: Pair, before: AccountsBefore, after: AccountsSeen): readonly Evidence[] => [
  ...[pair.kept, pair.joined].map((who) =>
    compared(
      $localize`The ${whoWords[who]}:account: has its own sign-in methods again, and no others.`,
      { had: before[who], seen: after[who] },
      sameMethods,
    ),
  ),
  ...nothingLost(pair, before, after),
];
