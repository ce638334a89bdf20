import { holdsSubject, type Account } from '../../identity/account';
import type { AccountFailure, FailureCode } from '../../identity/failure';
import { sameAccount } from '../../identity/link/account-change';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { AccountReading, LinkPort } from '../ports/link-port';
import type { BothReadings } from '../ports/read-both';
import type { LinkResult } from './link-result';

type Agreed = Pick<LinkPlan, 'direction' | 'kept' | 'absorbed'>;

/** Judges whether the accounts are still what the person has agreed to; if not, tells how the link ends. */
export function judgeAccounts(agreed: Agreed, readings: BothReadings): LinkResult | undefined {
  const code = linkedMeanwhile(agreed, readings) ?? readingTrouble(agreed, readings);
  if (code !== undefined) return { kind: 'notDone', code };
  const kept = accountIn(readings.kept) ?? agreed.kept;
  const absorbed = accountIn(readings.absorbed) ?? agreed.absorbed;

  return sameAccount(kept, agreed.kept) && sameAccount(absorbed, agreed.absorbed)
    ? undefined
    : { kind: 'changed', kept, absorbed };
}

/** Names why nothing can be done with two accounts as they were read; `direction` tells which is the first person's. */
export const readingTrouble = (
  { direction }: Pick<LinkPort, 'direction'>,
  { kept, absorbed }: BothReadings,
): FailureCode | undefined =>
  trouble(kept, namesIn(direction).kept) ?? trouble(absorbed, namesIn(direction).absorbed);

/** Tells whether somebody has linked the two elsewhere: then one has the other's method, and the other is gone. */
function linkedMeanwhile(agreed: Agreed, readings: BothReadings): FailureCode | undefined {
  const isHeldBy = (account: Account | undefined, { userId }: Account): boolean =>
    account !== undefined && holdsSubject(account, userId);
  const asAgreed = isHeldBy(accountIn(readings.kept), agreed.absorbed);
  const swapped = isHeldBy(accountIn(readings.absorbed), agreed.kept);
  if (!asAgreed && !swapped) return undefined;

  // Whoever is signed in is still there, or has become the other account.
  return asAgreed === (agreed.direction === 'keepFirst') ? 'already-linked' : 'joined-another';
}

export const accountIn = (reading: AccountReading): Account | undefined =>
  reading.known ? reading.account : undefined;

function trouble(reading: AccountReading, name: 'first' | 'second'): FailureCode | undefined {
  if (!reading.known) return reading.code === 'not-found' ? `${name}-gone` : reading.code;

  return reading.account.isBlocked === true ? `${name}-blocked` : undefined;
}

/** Names the failure of an absorbed account that is gone: the first person's own where the link keeps the second. */
export const absorbedGone = ({ direction }: Pick<LinkPort, 'direction'>): AccountFailure =>
  `${namesIn(direction).absorbed}-gone`;

const namesIn = (direction: LinkPlan['direction']) =>
  direction === 'keepFirst'
    ? ({ kept: 'first', absorbed: 'second' } as const)
    : ({ kept: 'second', absorbed: 'first' } as const);
