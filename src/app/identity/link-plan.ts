import type { Account } from './account';
import type { Identity } from './identity';

/** What a link would do, computed before anything is written. */
export interface LinkPlan {
  readonly primary: Account;
  readonly secondary: Account;
  /** Every sign-in method of the account that is kept, in the tenant's order. */
  readonly identities: readonly Identity[];
  readonly losses: readonly Loss[];
}

/**
 * Something that ends with the second account. The tenant discards its `user_metadata` and `app_metadata`
 * and does not carry over roles, organisations or enrolments (tenant contract §7).
 */
export type Loss =
  | { readonly kind: 'separateAccount' }
  | { readonly kind: 'settings'; readonly keys: readonly string[] }
  | { readonly kind: 'portalData' }
  | { readonly kind: 'access' };

export function planLink(primary: Account, secondary: Account): LinkPlan {
  return {
    primary,
    secondary,
    identities: [...primary.identities, ...secondary.identities],
    losses: lossesOf(secondary),
  };
}

function lossesOf(secondary: Account): readonly Loss[] {
  const keys = secondary.settingKeys;

  return [
    { kind: 'separateAccount' },
    ...(keys.length > 0 ? [{ kind: 'settings', keys } as const] : []),
    ...(secondary.hasAppMetadata ? [{ kind: 'portalData' } as const] : []),
    { kind: 'access' },
  ];
}
