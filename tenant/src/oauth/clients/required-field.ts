import { OAuthError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { textField } from '../../protocol/request.ts';

/** Reads a field that a token request must have. Throws an `OAuthError` (contract §3.1). */
export function requiredField(fields: JsonObject, name: string): string {
  const value = textField(fields, name);
  if (value === undefined) {
    throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`);
  }

  return value;
}
