import type { Account } from '../account';
import { connectionKind } from '../connection-kinds';

/** An account younger than this was made by the very sign-in that should prove it. */
const newbornAgeMs = 60_000;

/** Whether an account was made by the sign-in at this time, in milliseconds since 1970 by the tenant's clock. */
export const isNewborn = ({ createdAtMs = 0 }: Account, signedInAtMs: number): boolean =>
  signedInAtMs - createdAtMs < newbornAgeMs;

/**
 * Whether somebody has a new account who may have meant another one: a code opens an account for every number and
 * address that belongs to none, and nobody is asked. Gives what the message went to.
 */
export function madeByCode(account: Account, signedInAtMs: number): 'phone' | 'email' | undefined {
  const [own, ...others] = account.identities;

  return others.length === 0 && isNewborn(account, signedInAtMs)
    ? connectionKind(own.provider).messageTo
    : undefined;
}
