import { isCompanyAccount, type Account } from '../account';
import { archiveKey, isOwnNote } from '../settings/reserved-settings';

/** Which of two accounts is kept: the one the person signed in with first, or the one they proved second. */
export type Direction = 'keepFirst' | 'keepSecond';

/** What an operator has decided about directions. */
export interface DirectionPolicy {
  /** Whether the second account may be the one that is kept. */
  readonly allowSwap: boolean;
  /** Whether a company's account may only be kept, never absorbed. */
  readonly enterpriseMustBePrimary: boolean;
}

/** Why a direction is better than the other. */
export type Advice = 'company' | 'older' | 'moreMethods' | 'moreSettings' | 'asUsual';

/** Why a direction cannot be chosen. */
export type Forbidden = 'noSwap' | 'companyMustStay';

/** Which direction is better, why, and which cannot be chosen. */
export interface DirectionAdvice {
  readonly recommended: Direction;
  readonly reason: Advice;
  readonly forbidden: ReadonlyMap<Direction, Forbidden>;
}

/** Advises which account should be kept, and lists which may not be. */
export function adviseDirection(
  first: Account,
  second: Account,
  policy: DirectionPolicy,
): DirectionAdvice {
  const forbidden = forbiddenDirections(first, second, policy);
  const { direction, reason } = preferred(first, second);
  const other = direction === 'keepFirst' ? 'keepSecond' : 'keepFirst';

  return forbidden.has(direction) && !forbidden.has(other)
    ? { recommended: other, reason: 'asUsual', forbidden }
    : { recommended: direction, reason, forbidden };
}

function forbiddenDirections(
  first: Account,
  second: Account,
  { allowSwap, enterpriseMustBePrimary }: DirectionPolicy,
): ReadonlyMap<Direction, Forbidden> {
  // A directory that provisions an account would make it anew, or lose track of it, if it were absorbed.
  const mustStay = (account: Account): boolean =>
    account.isProvisioned === true || (enterpriseMustBePrimary && isCompanyAccount(account));
  const forbidden = new Map<Direction, Forbidden>();

  if (mustStay(second) && !mustStay(first)) forbidden.set('keepFirst', 'companyMustStay');
  if (mustStay(first) && !mustStay(second)) forbidden.set('keepSecond', 'companyMustStay');
  if (!allowSwap) forbidden.set('keepSecond', 'noSwap');

  return forbidden;
}

/** What speaks for an account, the weightiest first; the account in use wins where nothing does. */
const weights: readonly (readonly [Advice, (account: Account) => number])[] = [
  ['company', (account) => Number(isCompanyAccount(account))],
  ['older', ({ createdAtMs = Infinity }) => -createdAtMs],
  ['moreMethods', ({ identities }) => identities.length],
  ['moreSettings', ({ settings }) => [...settings.keys()].filter(isOwn).length],
];

function preferred(first: Account, second: Account): { direction: Direction; reason: Advice } {
  for (const [reason, weight] of weights) {
    const [forFirst, forSecond] = [weight(first), weight(second)];
    if (forFirst > forSecond) return { direction: 'keepFirst', reason };
    if (forSecond > forFirst) return { direction: 'keepSecond', reason };
  }

  return { direction: 'keepFirst', reason: 'asUsual' };
}

const isOwn = (key: string): boolean => !isOwnNote(key) && key !== archiveKey;
