import { CallbackError, invalidRequest } from '../../../protocol/errors.ts';
import { parameter } from '../../../protocol/request.ts';
import type { Callback, ResponseType } from '../../../state/sign-ins/sign-in-request.ts';

const known: readonly ResponseType[] = ['code', 'token', 'id_token'];
const knownModes = ['query', 'fragment', 'form_post', 'web_message'];

/** Reads `response_type`. Throws a `CallbackError` if the client may not have it that way (contract §1, §2.1). */
export function parseResponseTypes(
  query: URLSearchParams,
  { client }: Callback,
): readonly ResponseType[] {
  const text = parameter(query, 'response_type');
  if (text === undefined) throw invalidRequest('Missing required parameter: response_type');
  const asked = text.split(' ');
  const types = known.filter((type) => asked.includes(type));
  if (types.length !== asked.length) {
    throw new CallbackError('unsupported_response_type', `Unsupported response type: ${text}`);
  }
  const grants = [
    ...(types.includes('code') ? ['authorization_code'] : []),
    ...(types.some((type) => type !== 'code') ? ['implicit'] : []),
  ];
  const missing = grants.find((grant) => !client.grant_types.includes(grant));
  if (missing !== undefined) {
    throw new CallbackError(
      'unauthorized_client',
      `Grant type '${missing}' not allowed for the client.`,
    );
  }
  requireMode(query, types);

  return types;
}

function requireMode(query: URLSearchParams, types: readonly ResponseType[]): void {
  const mode = parameter(query, 'response_mode');
  if (mode !== undefined && !knownModes.includes(mode)) {
    throw invalidRequest(`Unsupported response mode: ${mode}`);
  }
  if (mode === 'query' && types.some((type) => type !== 'code')) {
    throw invalidRequest('The response mode query cannot carry tokens');
  }
  // Nothing else ties an ID token that comes through the browser to this very request (OIDC Core §3.2.2.1).
  if (types.includes('id_token') && parameter(query, 'nonce') === undefined) {
    throw invalidRequest('Missing required parameter: nonce');
  }
}
