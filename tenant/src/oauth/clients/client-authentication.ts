import { OAuthError } from '../../protocol/errors.ts';
import { authorizationIn, textField, type TenantRequest } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { isSameSecret } from '../../protocol/same-secret.ts';
import { type Client, isPublic } from '../../state/config/client.ts';
import type { Exchange } from '../../state/tenant-state.ts';
import { assertedClient, requireAssertion } from './client-assertion.ts';

/** Finds the client that a request names, not yet authenticated. Throws an `OAuthError`. */
export function findClient(fields: JsonObject, { request, state }: Exchange): Client {
  const id = credentials(request, fields).id ?? assertedClient(fields);
  if (id === undefined) {
    throw new OAuthError(400, 'invalid_request', 'Missing required parameter: client_id');
  }
  const client = state.config.clients.get(id);
  if (client === undefined) throw new OAuthError(401, 'invalid_client', 'Unknown client');

  return client;
}

/** Refuses a client that has a secret or a key and cannot show that it does (contract §3.1, §3.4). */
export async function authenticateClient(
  client: Client,
  fields: JsonObject,
  exchange: Exchange,
): Promise<void> {
  if (isPublic(client)) return;
  if (client.assertion_keys !== undefined) {
    await requireAssertion(client, { keys: client.assertion_keys, fields }, exchange);
    return;
  }
  const { secret } = credentials(exchange.request, fields);
  if (secret === undefined || !isSameSecret(client.client_secret, secret)) {
    throw new OAuthError(401, 'access_denied', 'Unauthorized');
  }
}

/** What a request says about its client: in the body, or as a user name and password (RFC 6749 §2.3). */
function credentials(request: TenantRequest, fields: JsonObject) {
  const given = authorizationIn(request.headers);
  const encoded = given?.scheme === 'basic' ? given.credentials[0] : undefined;
  if (encoded !== undefined) {
    const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');

    return { id: unescape(id), secret: unescape(rest.join(':')) };
  }

  return { id: textField(fields, 'client_id'), secret: textField(fields, 'client_secret') };
}

// Both halves are form-encoded before they are joined (RFC 6749 §2.3.1).
function unescape(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? '';
}
