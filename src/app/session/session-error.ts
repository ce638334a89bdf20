/** Thrown when the person's tokens have expired or turned out to be somebody else's: sign in again. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code = 'signed-out';

  constructor() {
    super('The session cannot be used any more.');
  }
}
