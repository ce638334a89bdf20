import type { TenantRequest } from '../protocol/http.ts';
import { JsonReader } from '../protocol/json-reader.ts';
import { parseJson } from '../protocol/json.ts';
import type { User } from '../state/people/user.ts';
import type { TenantState } from '../state/tenant-state.ts';

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

/** The account with this id. */
export function findPerson(userId: string, state: TenantState): User {
  const user = state.users.get(userId);
  if (user === undefined) throw notThere(`user ${userId}`);

  return user;
}

/** The object that a call of the control plane sends; complaints name the path inside it. */
export function controlBody(request: TenantRequest): JsonReader {
  return new JsonReader(controlJson(request), 'body');
}

/** The body of a call as JSON, nothing in it checked. */
export function controlJson({ body }: TenantRequest, levels?: number): unknown {
  const value = parseJson(body, levels);
  if (value === undefined) throw invalidRequest('The body must be JSON, not too deeply nested.');

  return value;
}
