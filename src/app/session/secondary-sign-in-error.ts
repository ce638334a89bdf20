import { GenericError, PopupCancelledError, PopupTimeoutError } from '@auth0/auth0-spa-js';

import type { SignInFailure } from '../identity/failure';

/** Thrown when a second sign-in yields no account; nothing has been written, and the first is untouched. */
export class SecondarySignInError extends Error {
  override readonly name = 'SecondarySignInError';
  readonly code: SignInFailure;

  constructor(code: SignInFailure, options?: ErrorOptions) {
    super(`The second sign-in failed: ${code}.`, options);
    this.code = code;
  }

  /** Names what the SDK threw; its words, some of which come from a URL, stay in `cause`. */
  static from(cause: unknown): SecondarySignInError {
    return new SecondarySignInError(codeOf(cause), { cause });
  }
}

function codeOf(cause: unknown): SignInFailure {
  if (cause instanceof PopupCancelledError) return 'popup-closed';
  if (cause instanceof PopupTimeoutError) return 'timed-out';
  if (cause instanceof GenericError && cause.error === 'access_denied') return 'denied';
  if (cause instanceof TypeError) return 'unreachable';

  return 'sign-in-failed';
}
