import type { AccountsExpected } from '../catalogue/drill';
import { compareAccounts } from './accounts-compared';
import type { AccountsBefore, AccountsSeen } from './accounts-seen';
import type { DrillOutcome, DrillVerdict } from './drill-result';
import type { Evidence } from './evidence';
import { judgeAccounts } from './judge-accounts';

/** Accounts as they were read at a point of a drill, beside how they were to be. */
export interface Checked {
  readonly expected: AccountsExpected;
  readonly after: AccountsSeen;
}

/** All that was seen of a drill: the accounts, and what else was noticed, for and against. */
export interface DrillSeen {
  readonly before: AccountsBefore;
  readonly checked: readonly Checked[];
  readonly noticed: readonly Evidence[];
}

/**
 * What is to be said of a drill. It failed where anything was otherwise than expected, and passed only where
 * everything was seen; what was not seen is not guessed.
 */
export function judgeDrill({
  before,
  checked,
  noticed,
}: DrillSeen): Pick<DrillOutcome, 'verdict' | 'evidence' | 'accounts'> {
  const accounts = checked.flatMap(({ expected, after }) => judgeAccounts(expected, before, after));
  const evidence = [...accounts, ...noticed];

  return {
    verdict: verdictOf(accounts, evidence),
    evidence,
    accounts: compareAccounts(before, checked.at(-1)?.after ?? {}),
  };
}

function verdictOf(accounts: readonly Evidence[], evidence: readonly Evidence[]): DrillVerdict {
  if (evidence.some(({ found }) => found === 'otherwise')) return 'failed';
  const isSeen = accounts.length > 0 && evidence.every(({ found }) => found === 'asExpected');

  return isSeen ? 'passed' : 'inconclusive';
}
