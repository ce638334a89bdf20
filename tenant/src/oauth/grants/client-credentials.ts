import { OAuthError } from '../../protocol/errors.ts';
import { textField } from '../../protocol/http.ts';
import { defined, type JsonObject } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import { lasting } from '../../state/expiring-map.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import { accessTokenLifetimeMs } from '../tokens/token-grant.ts';
import { requiredField, type TokenRequest } from './token-request.ts';

/** Grants `client_credentials`: a machine acts for itself, as far as its client grant goes (§3.4). */
export async function clientCredentials(
  { fields, client, dpopKey }: TokenRequest,
  { state, nowMs }: Moment,
): Promise<JsonObject> {
  const audience = ownAudience(
    textField(fields, 'audience') ??
      state.config.settings.defaultAudience ??
      requiredField(fields, 'audience'),
    state,
  );
  if (!state.config.apis.has(audience)) {
    throw new OAuthError(403, 'access_denied', `Service not enabled within domain: ${audience}`);
  }
  const grant = state.config.clientGrants.find(
    ({ client_id, audience: granted }) => client_id === client.client_id && granted === audience,
  );
  if (grant === undefined) {
    throw new OAuthError(
      403,
      'access_denied',
      `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API. See: https://auth0.com/docs/api/management/v2/client-grants/post-client-grants`,
    );
  }
  const asked = textField(fields, 'scope')?.split(' ');
  const scope = grant.scope.filter((name) => asked?.includes(name) !== false).join(' ');
  const lifetimeMs = accessTokenLifetimeMs(audience, state);
  const issuedAtSeconds = Math.floor(nowMs / 1000);
  const grantId = secretId();
  state.grants.liveGrants.set(grantId, true, lasting(lifetimeMs, nowMs));
  const access_token = await state.signer.sign({
    iss: state.issuer,
    sub: `${client.client_id}@clients`,
    aud: audience,
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + lifetimeMs / 1000,
    scope,
    gty: 'client-credentials',
    azp: client.client_id,
    jti: `${grantId}.${secretId()}`,
    ...defined({ cnf: dpopKey === undefined ? undefined : { jkt: dpopKey } }),
  });

  return {
    access_token,
    scope,
    expires_in: lifetimeMs / 1000,
    token_type: dpopKey === undefined ? 'Bearer' : 'DPoP',
  };
}

// The Node SDK can only name https addresses, also when its fetch goes elsewhere (contract §0).
function ownAudience(audience: string, { managementAudience }: TenantState): string {
  return audience === managementAudience.replace('http://', 'https://')
    ? managementAudience
    : audience;
}
