import type { SignInRequest } from './sign-in-request.ts';

/** A code that waits to be exchanged. */
export interface AuthorizationCode {
  readonly request: SignInRequest;
  readonly identity: string;
  readonly signedInAt: number;
}

/** A code that was exchanged, kept so that its replay takes back what it gave (SEC-05). */
export interface SpentCode {
  readonly grantId: string;
}

/** An access token for the tenant itself: what a client gets that asked for no audience. */
export interface OpaqueToken {
  readonly grantId: string;
  readonly userId: string;
  readonly scope: readonly string[];
}
