/** Thrown when an answer is not what the tenant contract promises; `path` names the field. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
  readonly code = 'unreadable';
  readonly path: string;

  constructor(path: string) {
    super(`The answer cannot be read at "${path}".`);
    this.path = path;
  }
}
