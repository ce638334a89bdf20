import { hash } from 'node:crypto';

import { OAuthError } from '../../protocol/errors.ts';
import { textField } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import { isSameSecret } from '../../protocol/same-secret.ts';
import type { AuthorizationCode } from '../../state/grants.ts';
import type { Moment } from '../../state/tenant-state.ts';
import { issueWithRefresh } from '../tokens/issue.ts';
import { endFamily } from '../tokens/refresh-family.ts';
import { requiredField, type TokenRequest } from './token-request.ts';

/** Grants `authorization_code`, with PKCE where the code was asked for with it (contract §3.1). */
export async function exchangeCode(
  { fields, client, dpopKey }: TokenRequest,
  moment: Moment,
): Promise<JsonObject> {
  const id = requiredField(fields, 'code');
  const code = findCode(id, moment, fields);
  const { authorization, redirectUri } = code;
  if (
    authorization.clientId !== client.client_id ||
    redirectUri !== requiredField(fields, 'redirect_uri')
  ) {
    throw invalidGrant('Invalid authorization code');
  }
  requireVerifier(code, fields);
  requireKey(authorization.dpopKey, dpopKey);
  const grantId = secretId();
  spend(id, grantId, moment);
  const user = moment.state.users.ownerOf(authorization.identity);
  if (user === undefined) throw invalidGrant('Invalid authorization code');
  if (user.blocked === true) throw new OAuthError(403, 'unauthorized', 'user is blocked');
  const grant = { grantId, user, client, authorization: { ...authorization, dpopKey } };

  return issueWithRefresh(grant, moment);
}

function findCode(id: string, { state, nowMs }: Moment, fields: JsonObject): AuthorizationCode {
  const spent = state.grants.spentCodes.get(id, nowMs);
  if (spent !== undefined) {
    // Two parties hold this code, and nobody can tell which is the right one (SEC-05).
    state.grants.liveGrants.delete(spent.grantId);
    endFamily(spent.grantId, state);
  }
  const code = state.grants.codes.get(id, nowMs);
  if (code === undefined) {
    // A request that is incomplete in any case hears of that first, as it would with a good code.
    requiredField(fields, 'redirect_uri');
    throw invalidGrant('Invalid authorization code');
  }

  return code;
}

function requireVerifier({ codeChallenge }: AuthorizationCode, fields: JsonObject): void {
  if (codeChallenge === undefined) {
    // A verifier nobody asked for is a sign that the challenge was taken out on the way (RFC 9700 §4.8).
    if (textField(fields, 'code_verifier') === undefined) return;
    throw invalidGrant('Failed to verify code verifier');
  }
  const verifier = requiredField(fields, 'code_verifier');
  if (!isSameSecret(codeChallenge, hash('sha256', verifier, 'base64url'))) {
    throw invalidGrant('Failed to verify code verifier');
  }
}

/** A code that was bound to a key is for the holder of that key alone (RFC 9449 §10). */
function requireKey(bound: string | undefined, proved: string | undefined): void {
  if (bound !== undefined && bound !== proved) {
    throw new OAuthError(400, 'invalid_dpop_proof', 'The code is bound to another DPoP key');
  }
}

function spend(id: string, grantId: string, { state, nowMs }: Moment): void {
  state.grants.codes.delete(id);
  // A field of a body is a part of the body's text, and would keep the whole of it in memory.
  const ownId = Buffer.from(id).toString();
  const expiresAtMs = nowMs + state.config.lifetimes.accessTokenMs;
  state.grants.spentCodes.set(ownId, { grantId }, { nowMs, expiresAtMs });
}

function invalidGrant(description: string): OAuthError {
  return new OAuthError(403, 'invalid_grant', description);
}
