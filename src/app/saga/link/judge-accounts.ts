import { holdsSubject, type Account } from '../../identity/account';
import type { AccountFailure, FailureCode } from '../../identity/failure';
import { sameAccount } from '../../identity/link/account-change';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { AccountReading, LinkPort } from '../ports/link-port';
import type { LinkResult } from './link-result';

/** How both accounts were found just now; the kept one may be left out where nothing depends on it. */
export interface Readings {
  readonly kept?: AccountReading;
  readonly joining: AccountReading;
}

type Agreed = Pick<LinkPlan, 'direction' | 'primary' | 'secondary'>;

/** Whether the accounts are still what the person has agreed to; if not, how the link ends. */
export function judgeAccounts(agreed: Agreed, { kept, joining }: Readings): LinkResult | undefined {
  const { primary, secondary } = agreed;
  const account = kept?.known === true ? kept.account : undefined;
  const code =
    joinedMeanwhile(agreed, { kept: account, joining }) ??
    readingTrouble(agreed, { ...(kept && { kept }), joining });
  if (code !== undefined) return { kind: 'notDone', code };
  if (!joining.known) return undefined;
  const isSame =
    (account === undefined || sameAccount(account, primary)) &&
    sameAccount(joining.account, secondary);

  return isSame
    ? undefined
    : { kind: 'changed', primary: account ?? primary, secondary: joining.account };
}

/** Why nothing can be done with two accounts as they were read, in the words of a link in this direction. */
export const readingTrouble = (
  { direction }: Pick<LinkPort, 'direction'>,
  { kept, joining }: Readings,
): FailureCode | undefined =>
  (kept && trouble(kept, namesIn(direction).kept)) ?? trouble(joining, namesIn(direction).joining);

/** Somebody has linked the two elsewhere: then one of them has the other's method, and the other is gone. */
function joinedMeanwhile(
  { direction, primary, secondary }: Agreed,
  { kept, joining }: { readonly kept: Account | undefined; readonly joining: AccountReading },
): FailureCode | undefined {
  const hasJoined = kept !== undefined && holdsSubject(kept, secondary.userId);
  const hasTaken = joining.known && holdsSubject(joining.account, primary.userId);
  if (!hasJoined && !hasTaken) return undefined;

  // Whoever is signed in is still there, or has become the other account.
  return hasJoined === (direction === 'keepFirst') ? 'already-linked' : 'joined-another';
}

function trouble(reading: AccountReading, name: 'first' | 'second'): FailureCode | undefined {
  if (!reading.known) return reading.code === 'not-found' ? `${name}-gone` : reading.code;

  return reading.account.isBlocked === true ? `${name}-blocked` : undefined;
}

/** Why an account that joins is not there, in the words of a link in this direction. */
export const joiningGone = ({ direction }: Pick<LinkPort, 'direction'>): AccountFailure =>
  `${namesIn(direction).joining}-gone`;

const namesIn = (direction: LinkPlan['direction']) =>
  direction === 'keepFirst'
    ? ({ kept: 'first', joining: 'second' } as const)
    : ({ kept: 'second', joining: 'first' } as const);
