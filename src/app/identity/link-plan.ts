import type { Account } from './account';
import type { Connection } from './connection';
import type { Identity } from './identity';

/** What a link would do, computed before anything is written. */
export interface LinkPlan {
  readonly primary: Account;
  readonly secondary: Account;
  /** Every sign-in method of the account that is kept, in the tenant's order. */
  readonly identities: readonly Identity[];
  readonly warnings: readonly Warning[];
  readonly losses: readonly Loss[];
}

/** Something about the second account that its owner should notice before it is absorbed. */
export type Warning =
  | { readonly kind: 'manyMethods'; readonly count: number }
  | { readonly kind: 'otherConnection' }
  | { readonly kind: 'newborn' };

/**
 * Something that ends with the second account. The tenant discards its `user_metadata` and `app_metadata`
 * and does not carry over roles, organisations or enrolments (tenant contract §7).
 */
export type Loss =
  | { readonly kind: 'separateAccount' }
  | { readonly kind: 'settings'; readonly keys: readonly string[] }
  | { readonly kind: 'portalData' }
  | { readonly kind: 'access' };

/** An account that is younger than this was made by the very sign-in that should prove it; milliseconds. */
const newbornAge = 60_000;

export const planLink = (
  primary: Account,
  secondary: Account,
  /** The connection that was asked for, and the time by the server's clock, in milliseconds since 1970. */
  { connection, now }: { readonly connection: Connection; readonly now: number },
): LinkPlan => ({
  primary,
  secondary,
  identities: [...primary.identities, ...secondary.identities],
  warnings: warningsAbout(secondary, connection, now),
  losses: lossesOf(secondary),
});

function warningsAbout(
  { identities, createdAt = 0 }: Account,
  connection: Connection,
  now: number,
): readonly Warning[] {
  const wasAskedFor = identities.some((identity) => identity.connection === connection.name);

  return [
    ...(wasAskedFor ? [] : [{ kind: 'otherConnection' } as const]),
    ...(identities.length > 1 ? [{ kind: 'manyMethods', count: identities.length } as const] : []),
    ...(now - createdAt < newbornAge ? [{ kind: 'newborn' } as const] : []),
  ];
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
