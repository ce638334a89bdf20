import { OAuthError } from '../protocol/errors.ts';
import { bodyFields, callerOf, type Reply, text } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { authenticateClient, findClient } from './clients/client-authentication.ts';
import { requiredField } from './grants/token-request.ts';
import { endFamily } from './tokens/refresh-family.ts';

/**
 * Answers `POST /oauth/revoke`: takes a refresh token back, and with it all that its grant gave if the tenant
 * is set so. A token that nobody knows is as good as revoked (contract §5).
 */
export async function revoke(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const fields = bodyFields(request);
  const client = findClient(fields, exchange);
  await authenticateClient(client, fields, exchange);
  const token = state.grants.refreshTokens.get(requiredField(fields, 'token'), nowMs);
  const family =
    token === undefined ? undefined : state.grants.refreshFamilies.get(token.grantId, nowMs);
  if (token !== undefined && family !== undefined) {
    if (family.authorization.clientId !== client.client_id) {
      throw new OAuthError(400, 'invalid_request', 'The token was issued to another client');
    }
    endFamily(token.grantId, state);
    state.log.append({ type: 'srrt', client, ...callerOf(request) }, nowMs);
    if (state.config.settings.revokesGrantWithRefreshToken)
      state.grants.liveGrants.delete(token.grantId);
  }

  return text(200, '');
}
