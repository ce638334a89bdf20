import type { SecondAccountRefusal } from '../identity/second-account';

/** Thrown when somebody did sign in, but the account they proved may not be used for this link. */
export class RefusedSecondAccountError extends Error {
  override readonly name = 'RefusedSecondAccountError';
  readonly code: SecondAccountRefusal;

  constructor(code: SecondAccountRefusal) {
    super(`The second account may not be linked: ${code}.`);
    this.code = code;
  }
}
