import type { Auth0Error } from 'auth0-js';

import type { SignInFailure } from '../../identity/failure';

/** Why a message was not sent. */
export function codeOfStart({ code, statusCode }: Auth0Error): SignInFailure {
  if (statusCode === 429) return 'too-many-messages';
  if (code === 'bad.phone_number' || code === 'bad.email') return 'bad-address';
  if (code === 'request_error' || statusCode === undefined) return 'unreachable';

  return 'message-not-sent';
}

/** Why a code was not taken. */
export function codeOfVerification(error: Auth0Error | null): SignInFailure {
  switch (error?.code) {
    case 'access_denied':
      return 'wrong-code';
    case 'too_many_attempts':
      return 'too-many-tries';
    case 'blocked_user':
      return 'denied';
    case 'request_error':
      return 'unreachable';
    default:
      return 'sign-in-failed';
  }
}
