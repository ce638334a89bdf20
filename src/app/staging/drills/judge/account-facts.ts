import type { Account } from '../../../identity/account';
import { subjectOf } from '../../../identity/identity';
import { sameJson } from '../../../identity/json';
import { withoutHistory } from '../../../identity/settings/link-history';
import { archiveKey } from '../../../identity/settings/reserved-settings';
import { personal } from '../../../trace/personal';
import type { Fact } from '../../checks/rules/verdict';
import type { AccountSeen } from './accounts-seen';
import { judged, notSeen, type Evidence } from './evidence';

export const accountOf = (seen: AccountSeen | undefined): Account | undefined =>
  seen?.kind === 'there' ? seen.account : undefined;

export const methodsOf = (account: Account | undefined): readonly string[] =>
  account?.identities.map(subjectOf) ?? [];

export const sameMethods = (one: Account, other: Account): boolean =>
  sameList(methodsOf(one), methodsOf(other));

export const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  sameJson([...one].sort(), [...other].sort());

export const sameSettings = (one: Account, other: Account): boolean =>
  sameJson(settingsOf(one), settingsOf(other));

const settingsOf = ({ settings }: Account) => Object.fromEntries(withoutHistory(settings));

/** Compares an account with what it was; one that is gone is not as it should be, and one that nobody has seen may be. */
export function compared(
  what: string,
  { had, seen }: { readonly had: Account | undefined; readonly seen: AccountSeen | undefined },
  isAsExpected: (had: Account, has: Account) => boolean,
): Evidence {
  if (seen?.kind === 'gone') return judged(false, what, factsOf(seen));
  if (had === undefined || seen?.kind !== 'there') return notSeen(what);

  return judged(isAsExpected(had, seen.account), what, factsOf(seen));
}

const absence = { gone: $localize`gone`, notSeen: '–' } as const;

/** What there was to see of an account, without its settings' values. */
export function factsOf(seen: AccountSeen | undefined): readonly Fact[] {
  if (seen?.kind !== 'there')
    return [{ name: $localize`account`, value: absence[seen?.kind ?? 'notSeen'] }];
  const { identities, settings, userId } = seen.account;

  return [
    { name: 'user_id', value: personal('id', userId) },
    { name: 'identities', value: identities.map((one) => personal('id', subjectOf(one))) },
    { name: 'user_metadata', value: [...settings.keys()].join(', ') || '–' },
    ...(settings.has(archiveKey) ? [{ name: archiveKey, value: $localize`present` }] : []),
  ];
}
