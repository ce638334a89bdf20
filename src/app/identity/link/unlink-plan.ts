import type { Account } from '../account';
import type { FailureCode } from '../failure';
import { subjectOf, type Identity } from '../identity';
import type { Settings } from '../json';
import { returnableTo } from '../settings/brought-values';

/** What an unlink would do: the method leaves and lives on as a separate account without settings. */
export interface UnlinkPlan {
  readonly account: Account;
  readonly identity: Identity;
  readonly remaining: readonly Identity[];
  /** What that account had before it was linked, as far as it is known: to be downloaded, or put back. */
  readonly setAside: Settings;
  /** What it had as well, by root key, and what has changed since. */
  readonly lost: readonly string[];
}

/** Where an unlink stands. */
export type UnlinkingProgress =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reviewing' | 'sending' | 'done'; readonly plan: UnlinkPlan }
  | {
      readonly phase: 'failed';
      readonly plan: UnlinkPlan;
      readonly code: FailureCode;
      /** Why the portal refuses, in its own words. */
      readonly sentence?: string;
    }
  | {
      readonly phase: 'unknown';
      readonly plan: UnlinkPlan;
      readonly code: FailureCode;
      /** When the account was last asked, in milliseconds since 1970. */
      readonly checkedAtMs: number;
      /** Whether it is being asked once more. */
      readonly isChecking?: true;
    };

/** Whether a method can be unlinked: the first, the account's own, cannot (tenant contract §6.6). */
export const canUnlink = (account: Account, identity: Identity): boolean =>
  account.identities.indexOf(identity) > 0;

/** Plans an unlink: which method leaves, which remain, and which settings can go back into the account that leaves. */
export function planUnlink(account: Account, identity: Identity): UnlinkPlan {
  const { values, lost } = returnableTo(account.settings, subjectOf(identity));

  return {
    account,
    identity,
    remaining: account.identities.filter((other) => other !== identity),
    setAside: values,
    lost,
  };
}
