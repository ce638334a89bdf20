import { holdsSubject, type Account } from './account';
import { isCompany, isPhone, type Connection } from './connection';

/** The claims of an ID token that decide whether the second account is believed. */
export interface SecondAccountClaims {
  readonly subject: string;
  /** When the person typed a password or the like, in seconds since 1970 (`auth_time`). */
  readonly authenticatedAt: number | undefined;
  readonly emailVerified: boolean;
}

export interface SecondAccountPolicy {
  readonly requireVerifiedEmail: boolean;
  /** Names of company connections whose e-mail addresses the operator vouches for. */
  readonly trustedEmailConnections: readonly string[];
}

export type SecondAccountRefusal =
  'same-account' | 'already-linked' | 'not-fresh' | 'email-unverified';

/** How far the tenant's clock and this one may be apart, in seconds. */
const clockTolerance = 60;

/**
 * Decides whether a second sign-in may be used for a link.
 *
 * The tenant checks neither freshness nor a verified e-mail, and a sign-in with a method that is already
 * linked yields the first account's own subject (tenant contract §6.5, §10.7 and §10.9).
 *
 * @returns why it may not be used, or `undefined` when it may.
 */
export function refusalOf(
  claims: SecondAccountClaims,
  context: {
    readonly primary: Account;
    readonly connection: Connection;
    readonly policy: SecondAccountPolicy;
    /** When the sign-in window was opened, in seconds since 1970. */
    readonly startedAt: number;
  },
): SecondAccountRefusal | undefined {
  const { primary, connection, policy, startedAt } = context;

  if (claims.subject === primary.userId) {
    return hasLinked(primary, connection) ? 'already-linked' : 'same-account';
  }
  if (holdsSubject(primary, claims.subject)) return 'already-linked';
  if ((claims.authenticatedAt ?? -Infinity) < startedAt - clockTolerance) return 'not-fresh';
  if (policy.requireVerifiedEmail && !isVerified(claims, connection, policy)) {
    return 'email-unverified';
  }

  return undefined;
}

const hasLinked = (primary: Account, connection: Connection): boolean =>
  primary.identities.slice(1).some((identity) => identity.connection === connection.name);

function isVerified(
  claims: SecondAccountClaims,
  connection: Connection,
  policy: SecondAccountPolicy,
): boolean {
  if (isPhone(connection.strategy)) return true;
  if (isCompany(connection.strategy)) {
    return policy.trustedEmailConnections.includes(connection.name) && claims.emailVerified;
  }

  return claims.emailVerified;
}
