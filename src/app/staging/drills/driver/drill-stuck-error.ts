/** Why a drill could not be gone through to its end. */
export type StuckCode =
  'not-shown' | 'windows-blocked' | 'stopped' | 'no-window' | 'control-failed';

/** A drill stands still: what was expected did not come, or somebody has stopped it. */
export class DrillStuckError extends Error {
  override readonly name = 'DrillStuckError';
  readonly code: StuckCode;

  constructor(code: StuckCode, options?: ErrorOptions) {
    super(`The drill stands still: ${code}`, options);
    this.code = code;
  }
}
