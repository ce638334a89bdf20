import type { IdTokenDefect } from '../failure';
import type { Jwt } from './jwt';

/** What an ID token has to say to be believed. */
export interface ExpectedIdToken {
  /** The tenant's issuer, with its slash at the end. */
  readonly issuer: string;
  readonly clientId: string;
  /** What was sent along; `undefined` where the SDK keeps it to itself and has compared it already. */
  readonly nonce?: string | undefined;
  /** In milliseconds since 1970, by the server's clock. */
  readonly nowMs: number;
}

/** How far the tenant's clock and this device's may be apart. */
export const clockToleranceMs = 60_000;

/** A subject as Auth0 writes it: provider, bar, id; and no more than a path can take. */
const subjectShape = /^[\w.-]+\|.{1,255}$/u;

/**
 * Judges an ID token by OIDC Core §3.1.3.7, but for its signature: it came straight from the token
 * endpoint over TLS. The tenant verifies the signature when the token is used to link (contract §6.5).
 *
 * @returns what is wrong, or `undefined` when nothing is.
 */
export function idTokenDefect(
  token: Jwt | undefined,
  expected: ExpectedIdToken,
): IdTokenDefect | undefined {
  if (token === undefined) return 'unreadable-token';
  const { header, claims } = token;
  const [exp, iat, subject] = ['exp', 'iat', 'sub'].map((name) => claims.get(name));

  if (header.get('alg') !== 'RS256') return 'wrong-algorithm';
  if (claims.get('iss') !== expected.issuer) return 'wrong-issuer';
  if (!isFor(claims, expected.clientId)) return 'wrong-audience';
  if (expected.nonce !== undefined && claims.get('nonce') !== expected.nonce) return 'wrong-nonce';
  if (typeof exp !== 'number' || exp * 1000 < expected.nowMs - clockToleranceMs) {
    return 'expired-token';
  }
  if (typeof iat !== 'number' || iat * 1000 > expected.nowMs + clockToleranceMs) {
    return 'token-from-the-future';
  }
  if (typeof subject !== 'string' || !subjectShape.test(subject)) return 'no-subject';

  return undefined;
}

/** Whether this client is the one audience, and the party it was issued to if that is named. */
function isFor(claims: ReadonlyMap<string, unknown>, clientId: string): boolean {
  const audience = claims.get('aud');
  const party = claims.get('azp') ?? clientId;
  const isAudience = Array.isArray(audience)
    ? audience.length === 1 && audience[0] === clientId
    : audience === clientId;

  return isAudience && party === clientId;
}
