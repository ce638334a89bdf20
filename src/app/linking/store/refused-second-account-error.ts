import type { SecondAccountRefusal } from '../../identity/failure';

/**
 * A link that was left unfinished stands in the way of any account but its own, and after an undo for a while of all;
 * and somebody may have signed in to an account in the moment in which it ended.
 */
type Refusal =
  SecondAccountRefusal | 'other-account' | 'too-early' | 'second-gone' | 'second-blocked';

/** Thrown when somebody did sign in, but the account they proved may not be used for this link. */
export class RefusedSecondAccountError extends Error {
  override readonly name = 'RefusedSecondAccountError';
  readonly code: Refusal;

  constructor(code: Refusal) {
    super(`The second account may not be linked: ${code}.`);
    this.code = code;
  }
}
