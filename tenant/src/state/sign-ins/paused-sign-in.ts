import type { CustomClaims } from '../grants.ts';
import type { SignInRequest } from './sign-in-request.ts';

/** A person who is signed in, and whose client still waits: for consent, or for a hook's page. */
export interface PausedSignIn {
  readonly request: SignInRequest;
  readonly sessionId: string;
  /** The place of the hook that sent the person away; without one it is consent that is missing. */
  readonly hook: number | undefined;
  readonly claims: CustomClaims;
}
