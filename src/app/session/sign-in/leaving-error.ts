import type { LeavingFailure } from '../../identity/failure';

/** Thrown when the page was not left for a sign-in; nothing has changed, and nothing was sent. */
export class LeavingError extends Error {
  override readonly name = 'LeavingError';
  readonly code: LeavingFailure;

  constructor(code: LeavingFailure, options?: ErrorOptions) {
    super(`The page was not left: ${code}.`, options);
    this.code = code;
  }

  /** Names what nobody has named yet. */
  static from(cause: unknown, otherwise: LeavingFailure = 'not-begun'): LeavingError {
    return cause instanceof LeavingError ? cause : new LeavingError(otherwise, { cause });
  }
}
