import { labelOf, type Account } from './account';
import { subjectOf } from './identity';
import type { LinkPlan } from './link-plan';

/** The record of a finished link that a person can keep; it holds no token. */
export interface LinkReceipt {
  readonly what: 'link';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kept: ReceiptAccount;
  readonly joined: ReceiptAccount;
  /** The `provider|id` of every sign-in method after the link. */
  readonly signInMethods: readonly string[];
  readonly settingsLost: readonly string[];
}

export interface ReceiptAccount {
  readonly userId: string;
  readonly label: string;
  readonly provider: string;
  readonly connection: string;
}

export function linkReceipt(plan: LinkPlan, at: Date): LinkReceipt {
  const { primary, secondary } = plan;

  return {
    what: 'link',
    at: at.toISOString(),
    kept: summaryOf(primary),
    joined: summaryOf(secondary),
    signInMethods: plan.identities.map(subjectOf),
    settingsLost: secondary.settingKeys,
  };
}

function summaryOf(account: Account): ReceiptAccount {
  const { provider, connection } = account.identities[0];

  return { userId: account.userId, label: labelOf(account), provider, connection };
}
