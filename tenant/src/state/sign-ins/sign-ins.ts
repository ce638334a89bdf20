import { hash } from 'node:crypto';

import { ExpiringMap } from '../expiring-map.ts';
import type { CustomClaims } from '../grants.ts';
import { Group } from '../group.ts';
import type { SignInRequest } from './sign-in-request.ts';

/** A person who is signed in, and whose client still waits: for consent, or for a hook's page. */
export interface PausedSignIn {
  readonly request: SignInRequest;
  readonly sessionId: string;
  /** The place of the hook that sent the person away; without one it is consent that is missing. */
  readonly hook: number | undefined;
  readonly claims: CustomClaims;
}

/** The newest code of one address; every other one is void (contract §4.1). */
interface OneTimeCode {
  readonly code: string;
  readonly clientId: string;
  readonly expiresAtMs: number;
  readonly failures: number;
}

/** A password or a code that was right, waiting for the browser to bring it (contract §4.4). */
export interface LoginTicket {
  readonly clientId: string;
  readonly identity: string;
  readonly realm: string;
  readonly browser: string;
  /** What the client's page keeps for the case that its browser sends no cookie: a name … */
  readonly coId: string;
  /** … and what is kept under it. */
  readonly verifier: string;
}

/** A link that was sent to an address, and whose address it was then. */
interface VerificationTicket {
  readonly identity: string;
  readonly email: string;
  readonly expiresAtMs: number;
}

/** Who is signed in, and who is about to be. */
export class SignIns extends Group {
  readonly sessions = new ExpiringMap<Session>();
  /** Sign-ins that wait for their person, each in the browser it was started in. */
  readonly transactions = new ExpiringMap<{
    readonly request: SignInRequest;
    readonly browser: string;
  }>();
  readonly paused = new ExpiringMap<PausedSignIn>();
  readonly oneTimeCodes = new ExpiringMap<OneTimeCode>();
  /** Whose code a page of the tenant waits for. */
  readonly codeSteps = new ExpiringMap<{ readonly connection: string; readonly address: string }>();
  /** Addresses whose code is always the same, so that people need not look it up. */
  readonly fixedCodes = new Map<string, string>();
  readonly loginTickets = new ExpiringMap<LoginTicket>();
  readonly passwordTickets = new ExpiringMap<string>();
  readonly verificationTickets = new ExpiringMap<VerificationTicket>();
  /** What the hook keeps between sign-ins. */
  readonly hookCache = new ExpiringMap<string>();
}

/** One browser that is signed in. It remembers the identity, for its owner may change (§2.6). */
export interface Session {
  readonly identity: string;
  readonly connection: string;
  readonly startedAtMs: number;
}

/** Derives the `sid` of a session, which clients and Actions may know, from the cookie's value, which they may not. */
export function sidOf(id: string): string {
  return hash('sha256', `sid ${id}`, 'base64url').slice(0, 32);
}
