import type { Account } from '../../identity/account';
import { subjectOf } from '../../identity/identity';
import { sameJson, type JsonObject } from '../../identity/json';
import { archiveKey, journalKey } from '../../identity/settings/reserved-settings';
import { archivedFor } from '../../identity/settings/settings-archive';
import { personal } from '../../trace/personal';
import type { Fact } from '../checks/verdict';
import type { AccountsBefore, AccountSeen, AccountsSeen } from './accounts-seen';
import type { AccountsExpected, Who } from './drill';
import { judged, notSeen, type Evidence } from './evidence';
import { whoWords } from './step-words';

/** Compares accounts with how they are to be. */
export function judgeAccounts(
  expected: AccountsExpected,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  switch (expected.are) {
    case 'unchanged':
      return Object.keys(before).map((who) => unchanged(who as Who, before, after));
    case 'linked':
      return [
        ...together(expected, before, after),
        ...nothingLost(expected, before, after),
        ...decided(expected, after),
        ...others(expected, before, after),
      ];
    case 'apart':
      return apart(expected, before, after);
  }
}

interface Pair {
  readonly kept: Who;
  readonly joined: Who;
}

function unchanged(who: Who, before: AccountsBefore, after: AccountsSeen): Evidence {
  const had = before[who];
  const has = after[who];
  const what = $localize`The ${whoWords(who)}:account: is as it was before.`;
  if (has === undefined || has.is === 'notSeen' || had === undefined) return notSeen(what);
  if (has.is === 'gone') return judged(false, what, [gone]);

  return judged(
    sameMethods(had, has.account) && sameJson(settingsOf(had), settingsOf(has.account)),
    what,
    factsOf(has),
  );
}

function together(
  { kept, joined }: Pair,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  const keeper = accountOf(after[kept]);
  const subjects = [kept, joined].flatMap((who) => methodsOf(before[who]));
  const isGone = after[joined]?.is;
  const joins = $localize`The ${whoWords(kept)}:account: has the sign-in methods of both.`;
  const leaves = $localize`The ${whoWords(joined)}:other: is no account of its own any more.`;
  const closed = $localize`No link is left unfinished.`;

  return [
    keeper === undefined
      ? missing(after[kept], joins)
      : judged(sameList(methodsOf(keeper), subjects), joins, factsOf(after[kept])),
    isGone === undefined || isGone === 'notSeen'
      ? notSeen(leaves)
      : judged(isGone === 'gone', leaves, factsOf(after[joined])),
    ...(keeper === undefined ? [] : [judged(!keeper.settings.has(journalKey), closed)]),
  ];
}

/** Every setting of either account is in the one that is kept, or set aside there for where it comes from. */
function nothingLost(
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

function lostOf(had: Account | undefined, keeper: Account): readonly string[] {
  if (had === undefined) return [];
  const aside = archivedFor(keeper.settings, had.userId);

  return [...had.settings]
    .filter(
      ([key, value]) =>
        !sameJson(keeper.settings.get(key), value) && !sameJson(aside.get(key), value),
    )
    .map(([key]) => key);
}

function decided(
  { kept, settings = {} }: Extract<AccountsExpected, { are: 'linked' }>,
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

function others(
  { kept, joined }: Pair,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  return (Object.keys(before) as Who[])
    .filter((who) => who !== kept && who !== joined)
    .map((who) => unchanged(who, before, after));
}

function apart(
  { kept, joined }: Pair,
  before: AccountsBefore,
  after: AccountsSeen,
): readonly Evidence[] {
  const each = [kept, joined].map((who) => {
    const seen = after[who];
    const what = $localize`The ${whoWords(who)}:account: has its own sign-in methods again, and no others.`;
    const account = accountOf(seen);
    const had = before[who];

    return account === undefined || had === undefined
      ? missing(seen, what)
      : judged(sameMethods(had, account), what, factsOf(seen));
  });

  return [...each, ...nothingLost({ kept, joined }, before, after)];
}

const missing = (seen: AccountSeen | undefined, what: string): Evidence =>
  seen?.is === 'gone' ? judged(false, what, [gone]) : notSeen(what);

const accountOf = (seen: AccountSeen | undefined): Account | undefined =>
  seen?.is === 'there' ? seen.account : undefined;

const methodsOf = (account: Account | undefined): readonly string[] =>
  account?.identities.map(subjectOf) ?? [];

const sameMethods = (one: Account, other: Account): boolean =>
  sameList(methodsOf(one), methodsOf(other));

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  sameJson([...one].sort(), [...other].sort());

const settingsOf = ({ settings }: Account): JsonObject => Object.fromEntries(settings);

const gone: Fact = { name: 'account', value: 'gone' };

function factsOf(seen: AccountSeen | undefined): readonly Fact[] {
  if (seen?.is !== 'there') return [{ name: 'account', value: seen?.is ?? '–' }];
  const { identities, settings, userId } = seen.account;

  return [
    { name: 'user_id', value: personal('id', userId) },
    { name: 'identities', value: identities.map((one) => personal('id', subjectOf(one))) },
    { name: 'user_metadata', value: [...settings.keys()].join(', ') || '–' },
    ...(settings.has(archiveKey) ? [{ name: archiveKey, value: 'present' }] : []),
  ];
}
