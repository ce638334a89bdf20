import { labelOf, labelOfIdentity, type Account } from './account';
import { subjectOf } from './identity';
import type { LinkPlan } from './link-plan';

/** The record of a finished link that a person can keep; it holds no token. */
export interface LinkReceipt {
  readonly what: 'link';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kept: ReceiptAccount;
  readonly joined: ReceiptAccount;
  readonly signInMethods: readonly string[];
  readonly settingsLost: readonly string[];
}

export interface ReceiptAccount {
  readonly userId: string;
  readonly label: string;
}

export function linkReceipt(plan: LinkPlan, at: Date): LinkReceipt {
  const { primary, secondary } = plan;

  return {
    what: 'link',
    at: at.toISOString(),
    kept: summaryOf(primary),
    joined: summaryOf(secondary),
    signInMethods: [...methodsOf(primary), ...methodsOf(secondary)],
    settingsLost: secondary.settingKeys,
  };
}

const summaryOf = (account: Account): ReceiptAccount => ({
  userId: account.userId,
  label: labelOf(account),
});

const methodsOf = (account: Account): readonly string[] =>
  account.identities.map(
    (identity) => `${subjectOf(identity)} (${labelOfIdentity(account, identity)})`,
  );
