import { ManagementError } from '../../protocol/errors.ts';
import { isObject, type JsonObject, jsonTypeOf, parseJson } from '../../protocol/json.ts';
import type { TenantRequest } from '../../protocol/request.ts';

/** The object that a Management call must send, with at least one known property (§6.1). */
export function jsonBody(request: TenantRequest, known: readonly string[]): JsonObject {
  const value = parseJson(request.body);
  if (value === undefined) {
    throw new ManagementError(400, 'Invalid request payload JSON format', {
      errorCode: 'invalid_body',
    });
  }
  if (!isObject(value)) {
    throw invalidBody(`Expected type object but found type ${jsonTypeOf(value)}`);
  }
  const names = Object.keys(value);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw invalidBody(`Additional properties not allowed: ${unknown.join(', ')}`);
  }
  if (names.length === 0) throw invalidBody('Too few properties defined (0), minimum 1');

  return value;
}

/** The refusal of a body, with the reason and the property it is about (§6.1). */
export function invalidBody(reason: string, property?: string): ManagementError {
  const place = property === undefined ? '' : ` on property ${property}`;

  return new ManagementError(400, `Payload validation error: '${reason}'${place}.`, {
    errorCode: 'invalid_body',
  });
}
