import { OAuthError } from '../../../protocol/errors.ts';
import { type JsonObject } from '../../../protocol/json.ts';
import { textField } from '../../../protocol/request.ts';

/** What a body of `/co/authenticate` holds for each type of credential: all of it, and nothing else. */
export const credentialFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['password', ['client_id', 'credential_type', 'username', 'password']],
  [
    'http://auth0.com/oauth/grant-type/password-realm',
    ['client_id', 'credential_type', 'username', 'password', 'realm'],
  ],
  [
    'http://auth0.com/oauth/grant-type/passwordless/otp',
    ['client_id', 'credential_type', 'username', 'otp', 'realm'],
  ],
]);

const fallback = ['client_id', 'credential_type', 'username', 'otp', 'realm'];

/** Refuses a body that is not exactly so, in the words of contract §4.4. */
export function requireExactFields(fields: JsonObject, names: readonly string[] = fallback): void {
  const isComplete = names.every((name) => textField(fields, name) !== undefined);
  if (!isComplete || Object.keys(fields).length !== names.length) {
    throw new OAuthError(
      400,
      'invalid_request',
      `Invalid request body. All and only of ${names.join(', ')} are required.`,
    );
  }
}
