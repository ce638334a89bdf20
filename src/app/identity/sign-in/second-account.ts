import { holdsSubject, type Account } from '../account';
import type { Connection } from '../connection';
import { isCompany, isPhone } from '../connection-kinds';
import type { SecondAccountRefusal } from '../failure';
import { clockToleranceMs } from './id-token';

/** What a token says of an e-mail address: that there is none, or one that is verified or not. */
export type EmailClaim = 'none' | 'unverified' | 'verified';

/** The claims of a sound ID token that decide whether the second account may be used. */
export interface SecondAccountClaims {
  readonly subject: string;
  /** When the token was made, by the tenant's clock, in milliseconds since 1970 (`iat`). */
  readonly issuedAtMs: number;
  /** When the person typed a password or the like, by the same clock (`auth_time`). */
  readonly authenticatedAtMs: number | undefined;
  readonly email: EmailClaim;
  /** When the token ends, and with it the proof, by the same clock (`exp`). */
  readonly expiresAtMs: number;
}

/** What an operator demands of a second account. */
export interface SecondAccountPolicy {
  readonly requireVerifiedEmail: boolean;
  /** Names of company connections whose e-mail addresses the operator vouches for. */
  readonly trustedEmailConnections: readonly string[];
}

/** Reads the claims that decide whether a second account may be used; a token's seconds become milliseconds. */
export function secondAccountClaims(claims: ReadonlyMap<string, unknown>): SecondAccountClaims {
  const authTimeSeconds = claims.get('auth_time');

  return {
    subject: String(claims.get('sub')),
    issuedAtMs: Number(claims.get('iat')) * 1000,
    authenticatedAtMs: typeof authTimeSeconds === 'number' ? authTimeSeconds * 1000 : undefined,
    email: emailClaim(claims.get('email'), claims.get('email_verified')),
    expiresAtMs: Number(claims.get('exp')) * 1000,
  };
}

/** An address that is no text, such as a list, is one that nobody has verified. */
function emailClaim(address: unknown, isVerified: unknown): EmailClaim {
  if (address === undefined || address === null) return 'none';

  return typeof address === 'string' && isVerified === true ? 'verified' : 'unverified';
}

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
    /** Whose session this is, if anybody is signed in. */
    readonly primary: Account | undefined;
    readonly connection: Connection;
    readonly policy: SecondAccountPolicy;
    /** How long the sign-in took here: a duration, because this device's clock may be wrong. */
    readonly tookMs: number;
  },
): SecondAccountRefusal | undefined {
  const { primary, connection, policy, tookMs } = context;

  const known = primary && knownRefusal(claims, primary, connection);
  if (known !== undefined) return known;
  if (!isFresh(claims, tookMs)) return 'not-fresh';
  if (policy.requireVerifiedEmail && !isVerified(claims, connection, policy)) {
    return 'email-unverified';
  }

  return undefined;
}

/** Decides by the account itself, once it is read, whether it may be used; `undefined` when it may. */
export const refusalOfAccount = (
  claims: SecondAccountClaims,
  account: Account,
  { requireVerifiedEmail }: SecondAccountPolicy,
): SecondAccountRefusal | undefined =>
  requireVerifiedEmail && hidesEmail(claims, account) ? 'email-unverified' : undefined;

/**
 * Whether a token does not mention an e-mail that the account has: then nobody knows whether it is verified. A tenant's
 * script may remove claims, and an application may not have asked for them.
 */
export const hidesEmail = ({ email }: SecondAccountClaims, { profile }: Account): boolean =>
  email === 'none' && profile.email !== undefined;

/** Whether somebody has signed in just now, and was not merely recognised by a session that they had. */
export const isFresh = (
  { authenticatedAtMs, issuedAtMs }: SecondAccountClaims,
  tookMs: number,
): boolean =>
  authenticatedAtMs !== undefined && authenticatedAtMs >= issuedAtMs - tookMs - clockToleranceMs;

/** Refuses a method that is linked already: whoever signs in with it is the first account. */
function knownRefusal(
  { subject }: SecondAccountClaims,
  primary: Account,
  connection: Connection,
): SecondAccountRefusal | undefined {
  if (subject === primary.userId) {
    return hasLinked(primary, connection) ? 'already-linked' : 'same-account';
  }

  return holdsSubject(primary, subject) ? 'already-linked' : undefined;
}

const hasLinked = (primary: Account, connection: Connection): boolean =>
  primary.identities.slice(1).some((identity) => identity.connection === connection.name);

/** Whether the e-mail is verified; judged by the subject's own provider, whatever connection was asked for. */
function isVerified(
  { subject, email }: SecondAccountClaims,
  connection: Connection,
  policy: SecondAccountPolicy,
): boolean {
  const provider = subject.slice(0, subject.indexOf('|'));
  // Who has no address claims nobody's: there is nothing to verify, and nothing that they could do about it.
  if (isPhone(provider) || email === 'none') return true;
  if (!isCompany(provider)) return email === 'verified';

  return (
    provider === connection.strategy &&
    policy.trustedEmailConnections.includes(connection.name) &&
    email === 'verified'
  );
}
