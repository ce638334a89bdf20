import { ExpiringMap } from '../expiring-map.ts';
import { Group } from '../group.ts';
import type { CodeStep, LoginTicket, OneTimeCode } from './one-time-code.ts';
import type { OpenSignIn } from './open-sign-in.ts';
import type { PausedSignIn } from './paused-sign-in.ts';
import type { Session } from './session.ts';
import type { VerificationTicket } from './verification-ticket.ts';

/** Who is signed in, and who is about to be. */
export class SignIns extends Group {
  readonly sessions = new ExpiringMap<Session>();
  readonly transactions = new ExpiringMap<OpenSignIn>();
  readonly paused = new ExpiringMap<PausedSignIn>();
  readonly oneTimeCodes = new ExpiringMap<OneTimeCode>();
  readonly codeSteps = new ExpiringMap<CodeStep>();
  /** Addresses whose code is always the same, so that people need not look it up. */
  readonly fixedCodes = new Map<string, string>();
  readonly loginTickets = new ExpiringMap<LoginTicket>();
  readonly passwordTickets = new ExpiringMap<string>();
  readonly verificationTickets = new ExpiringMap<VerificationTicket>();
  /** What the hook keeps between sign-ins. */
  readonly hookCache = new ExpiringMap<string>();
}
