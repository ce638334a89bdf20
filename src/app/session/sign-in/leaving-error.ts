import type { LeavingFailure } from '../../identity/failure';

/** Says why the page was not left for a sign-in; nothing has changed, and nothing was sent. */
export class LeavingError extends Error {
  override readonly name = 'LeavingError';
  readonly code: LeavingFailure;

  constructor(code: LeavingFailure, options?: ErrorOptions) {
    super(`The page was not left: ${code}.`, options);
    this.code = code;
  }

  /** Names an error with `otherwise`, unless it has a name already. */
  static from(cause: unknown, otherwise: LeavingFailure = 'not-begun'): LeavingError {
    return cause instanceof LeavingError ? cause : new LeavingError(otherwise, { cause });
  }
}
