import type { Auth0Error } from 'auth0-js';

import type { SignInFailure } from '../../../identity/failure';
import { failureOfCode, failureOfStart } from '../../../identity/sign-in/oauth-error';

/** Why a message was not sent. */
export function codeOfStart({ code, statusCode }: Auth0Error): SignInFailure {
  if (statusCode === 429) return 'too-many-messages';

  return statusCode === undefined ? 'unreachable' : failureOfStart(code);
}

/** Why a code was not taken. */
export const codeOfVerification = (error: Auth0Error | null): SignInFailure =>
  failureOfCode(error?.code);
