import type { JsonObject } from '../protocol/json.ts';
import { ExpiringMap } from './expiring-map.ts';
import { Group } from './group.ts';

/** The claims that the post-login hook adds to tokens. */
export interface CustomClaims {
  readonly idToken: JsonObject;
  readonly accessToken: JsonObject;
}

/** Claims of a sign-in that no hook has seen yet. */
export const noClaims: CustomClaims = { idToken: {}, accessToken: {} };

/** What a person agreed to: all that the tokens of one grant say. */
export interface Authorization {
  readonly clientId: string;
  readonly identity: string;
  readonly scope: readonly string[];
  readonly audience: string | undefined;
  readonly nonce: string | undefined;
  readonly organization: string | undefined;
  /** The `sid` of the browser's session; without a browser there is none. */
  readonly sid: string | undefined;
  readonly signedInAtMs: number;
  /** Whether the request made it matter when that was (contract §2.3). */
  readonly tellsSignInTime: boolean;
  readonly claims: CustomClaims;
  /** The thumbprint of the key that the tokens are bound to (RFC 9449). */
  readonly dpopKey: string | undefined;
}

/** A code that waits to be exchanged. */
export interface AuthorizationCode {
  readonly authorization: Authorization;
  readonly redirectUri: string;
  readonly codeChallenge: string | undefined;
}

/** An access token for the tenant itself: what a client gets that asked for no audience. */
export interface OpaqueToken {
  readonly grantId: string;
  readonly userId: string;
  readonly scope: readonly string[];
  readonly dpopKey: string | undefined;
}

/** One refresh token: which family it is of, and how many came before it there. */
export interface RefreshToken {
  readonly grantId: string;
  readonly generation: number;
}

/** All refresh tokens of one grant. Of a rotating family only the newest counts (contract §3.2). */
export interface RefreshFamily {
  readonly authorization: Authorization;
  readonly userId: string;
  /** Tells an account from another that was later made under the same id. */
  readonly userCreatedAt: string;
  readonly startedAtMs: number;
  readonly generation: number;
  readonly rotatedAtMs: number;
}

/** What was given to clients, and what they proved to get it. */
export class Grants extends Group {
  readonly codes = new ExpiringMap<AuthorizationCode>();
  /** Codes that were exchanged, kept so that a replay takes back what they gave (SEC-05). */
  readonly spentCodes = new ExpiringMap<Pick<OpaqueToken, 'grantId'>>();
  readonly opaqueTokens = new ExpiringMap<OpaqueToken>();
  readonly refreshFamilies = new ExpiringMap<RefreshFamily>();
  readonly refreshTokens = new ExpiringMap<RefreshToken>();
  /** The grants whose tokens still count: a token without one was taken back. */
  readonly liveGrants = new ExpiringMap<true>();
  /** Whether a person has agreed to a client: `user|client|audience` → the scopes (§0). */
  readonly consents = new Map<string, readonly string[]>();
  readonly dpopNonces = new ExpiringMap<true>();
  readonly seenProofs = new ExpiringMap<true>();
}
