import { sameJson } from '../../../identity/json';
import type { AccountsExpected, Who } from '../catalogue/drill';
import { whoWords } from '../catalogue/step-words';
import { accountOf, factsOf, missing, sameMethods, settingsOf } from './account-facts';
import type { AccountsBefore, AccountsSeen } from './accounts-seen';
import { judged, type Evidence } from './evidence';
import { judgeLink, nothingLost, type Pair } from './judge-link';

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

function unchanged(who: Who, before: AccountsBefore, after: AccountsSeen): Evidence {
  const what = $localize`The ${whoWords[who]}:account: is as it was before.`;
  const had = before[who];
  const has = accountOf(after[who]);
  if (had === undefined || has === undefined) return missing(after[who], what);

  return judged(
    sameMethods(had, has) && sameJson(settingsOf(had), settingsOf(has)),
    what,
    factsOf(after[who]),
  );
}

function apart(pair: Pair, before: AccountsBefore, after: AccountsSeen): readonly Evidence[] {
  const each = [pair.kept, pair.joined].map((who) => {
    const what = $localize`The ${whoWords[who]}:account: has its own sign-in methods again, and no others.`;
    const had = before[who];
    const has = accountOf(after[who]);

    return had === undefined || has === undefined
      ? missing(after[who], what)
      : judged(sameMethods(had, has), what, factsOf(after[who]));
  });

  return [...each, ...nothingLost(pair, before, after)];
}
