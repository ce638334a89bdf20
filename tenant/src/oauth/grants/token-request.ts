import { OAuthError } from '../../protocol/errors.ts';
import { type TenantRequest, textField } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Client } from '../../state/config/client.ts';
import type { Moment } from '../../state/tenant-state.ts';

/** A request for tokens whose client is known and may use the grant. */
export interface TokenRequest {
  readonly request: TenantRequest;
  readonly fields: JsonObject;
  readonly client: Client;
  /** The thumbprint of the key that the request proved to hold. */
  readonly dpopKey: string | undefined;
}

/** One way to get tokens; the result is the body of the answer. */
export type Grant = (asked: TokenRequest, moment: Moment) => JsonObject | Promise<JsonObject>;

/** Reads a field that a token request must have. Throws an `OAuthError` (contract §3.1). */
export function requiredField(fields: JsonObject, name: string): string {
  const value = textField(fields, name);
  if (value === undefined) {
    throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`);
  }

  return value;
}
