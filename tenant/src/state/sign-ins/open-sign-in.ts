import type { SignInRequest } from './sign-in-request.ts';

/** A sign-in that waits for its person, in the browser it was started in. */
export interface OpenSignIn {
  readonly request: SignInRequest;
  readonly browser: string;
}
