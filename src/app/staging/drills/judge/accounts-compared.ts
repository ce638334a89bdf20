import type { Account } from '../../../identity/account';
import { subjectOf } from '../../../identity/identity';
import { archiveKey, journalKey } from '../../../identity/settings/reserved-settings';
import { personal, type TraceValue } from '../../../trace/personal';
import type { Who } from '../catalogue/drill';
import type { AccountsBefore, AccountSeen, AccountsSeen } from './accounts-seen';

/** One thing about an account, before a drill and after it; `undefined` where there is no such thing. */
export interface ComparedFact {
  readonly name: string;
  readonly before: TraceValue | undefined;
  readonly after: TraceValue | undefined;
  readonly isChanged: boolean;
}

/** An account before a drill and after it, and whether it was still to be seen. */
export interface ComparedAccount {
  readonly who: Who;
  readonly after: AccountSeen['kind'];
  readonly facts: readonly ComparedFact[];
}

/** Sets every account that took part beside what has become of it, as it was last looked at. */
export const compareAccounts = (
  before: AccountsBefore,
  after: AccountsSeen,
): readonly ComparedAccount[] =>
  (Object.entries(before) as readonly (readonly [Who, Account])[]).map(([who, had]) => {
    const seen = after[who] ?? { kind: 'notSeen' };

    return {
      who,
      after: seen.kind,
      facts: factsOf(had, seen.kind === 'there' ? seen.account : undefined),
    };
  });

function factsOf(had: Account, has: Account | undefined): readonly ComparedFact[] {
  const keys = [...new Set([...had.settings.keys(), ...(has?.settings.keys() ?? [])])];

  return [
    compared('user_id', idOf(had), has && idOf(has)),
    compared($localize`sign-in methods`, methodsOf(had), has && methodsOf(has)),
    ...keys.map((key) => compared(key, settingOf(had, key), has && settingOf(has, key))),
  ];
}

const compared = (
  name: string,
  before: TraceValue | undefined,
  after: TraceValue | undefined,
): ComparedFact => ({
  name,
  before,
  after,
  isChanged: JSON.stringify(before) !== JSON.stringify(after),
});

const idOf = ({ userId }: Account): TraceValue => personal('id', userId);

const methodsOf = ({ identities }: Account): TraceValue =>
  identities.map((identity) => personal('id', subjectOf(identity)));

/** A value may be anybody's; what the application keeps for itself is told by its being there. */
function settingOf({ settings }: Account, key: string): TraceValue | undefined {
  const value = settings.get(key);
  if (value === undefined) return undefined;
  if (key === archiveKey || key === journalKey) return $localize`present`;

  return personal('text', JSON.stringify(value));
}
