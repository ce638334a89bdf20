/** `signed-out`: sign in again. `offline`: a fresh token could not be fetched just now. */
export type SessionErrorCode = 'signed-out' | 'offline';

/** Says that there is no token in a person's name; a request that needs one has not been sent. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: SessionErrorCode;

  constructor(code: SessionErrorCode, options?: ErrorOptions) {
    super(`There is no token to use: ${code}.`, options);
    this.code = code;
  }

  /** Names why there is no token: only an answer of the tenant ends a session, trouble on the way does not. */
  static from(cause: unknown): SessionError {
    if (cause instanceof SessionError) return cause;

    return new SessionError(isAnswer(cause) ? 'signed-out' : 'offline', { cause });
  }
}

/** What the SDK calls its own trouble, where an answer of the tenant has its OAuth `error` code. */
const trouble: ReadonlySet<unknown> = new Set(['request_error', 'timeout']);

const isAnswer = (cause: unknown): boolean =>
  cause instanceof Error && 'error' in cause && !trouble.has(cause.error);
