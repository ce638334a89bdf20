import { OAuthError } from '../protocol/errors.ts';
import { bodyFields, json, type Reply } from '../protocol/http.ts';
import { isPublic } from '../state/config/client.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { authenticateClient, findClient } from './clients/client-authentication.ts';
import { clientCredentials } from './grants/client-credentials.ts';
import { oneTimeCode, password, passwordRealm } from './grants/direct-grants.ts';
import { exchangeCode } from './grants/exchange-code.ts';
import { logExchange } from './grants/log-exchange.ts';
import { refresh } from './grants/refresh.ts';
import { type Grant, requiredField } from './grants/token-request.ts';
import { newDpopNonce, readDpopProof } from './tokens/dpop-proof.ts';

const grants: ReadonlyMap<string, Grant> = new Map([
  ['authorization_code', exchangeCode],
  ['refresh_token', refresh],
  ['client_credentials', clientCredentials],
  ['password', password],
  ['http://auth0.com/oauth/grant-type/password-realm', passwordRealm],
  ['http://auth0.com/oauth/grant-type/passwordless/otp', oneTimeCode],
]);

/** Answers `POST /oauth/token`: tokens for whatever proves a right to them. Unknown parameters are ignored (§3). */
export async function token(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const fields = bodyFields(request);
  const grantType = requiredField(fields, 'grant_type');
  const client = findClient(fields, exchange);
  const grant = grants.get(grantType);
  if (grant === undefined || !client.grant_types.includes(grantType)) {
    throw new OAuthError(
      403,
      'unauthorized_client',
      `Grant type '${grantType}' not allowed for the client.`,
    );
  }
  await authenticateClient(client, fields, exchange);
  const target = {
    method: 'POST',
    url: `${state.issuer}oauth/token`,
    needsNonce: isPublic(client),
  };
  const dpopKey = await readDpopProof(target, exchange);
  const run = logExchange(grantType, grant);
  const body = await run({ request, fields, client, dpopKey }, exchange);

  return json(200, body, dpopKey === undefined ? {} : { 'dpop-nonce': newDpopNonce(exchange) });
}
