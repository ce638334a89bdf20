/** `signed-out`: sign in again. `offline`: a fresh token could not be fetched just now. */
export type SessionErrorCode = 'signed-out' | 'offline';

/** Thrown when there is no token in the person's name; a request that needs one has then not been sent. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: SessionErrorCode;

  constructor(code: SessionErrorCode, options?: ErrorOptions) {
    super(`There is no token to use: ${code}.`, options);
    this.code = code;
  }

  /** Names what kept a token from being fetched: an answer of the tenant carries its OAuth `error` code. */
  static from(cause: unknown): SessionError {
    if (cause instanceof SessionError) return cause;
    const isAnswer = cause instanceof Error && 'error' in cause;

    return new SessionError(isAnswer ? 'signed-out' : 'offline', { cause });
  }
}
