/** A refusal of the control plane: `{error, message}`, and the same sentence on the workbench. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: 400 | 403 | 404 | 409 | 413 | 415;
  readonly error: string;

  constructor(status: ControlError['status'], error: string, message: string) {
    super(message);
    this.status = status;
    this.error = error;
  }
}

/** The refusal of what is not there. */
export function notThere(what: string): ControlError {
  return new ControlError(404, 'not_found', `There is no ${what}.`);
}

/** The refusal of a call whose fields do not say what they must. */
export function invalidRequest(message: string): ControlError {
  return new ControlError(400, 'invalid_request', message);
}
