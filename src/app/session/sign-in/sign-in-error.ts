import { GenericError } from '@auth0/auth0-spa-js';

import type { SignInFailure } from '../../identity/failure';
import { failureOfSignIn } from '../../identity/sign-in/oauth-error';
import { LeavingError } from './leaving-error';

/** Says why a sign-in gave nothing that can be used; nothing has been written by then. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInFailure;

  constructor(code: SignInFailure, options?: ErrorOptions) {
    super(`The sign-in cannot be used: ${code}.`, options);
    this.code = code;
  }

  /** Names what the SDK has thrown. Its words, some of which come from a URL, stay in `cause`. */
  static from(cause: unknown): SignInError {
    return cause instanceof SignInError ? cause : new SignInError(codeOf(cause), { cause });
  }
}

function codeOf(cause: unknown): SignInFailure {
  if (cause instanceof GenericError) return failureOfSignIn(cause.error);
  if (cause instanceof LeavingError) return cause.code;
  if (cause instanceof TypeError) return 'unreachable';

  return 'sign-in-failed';
}
