import { createHash, timingSafeEqual } from 'node:crypto';

import { OAuthError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { bodyFields, textField, type TenantRequest } from '../../protocol/request.ts';
import type { Client } from '../../state/client.ts';
import type { AuthorizationCode } from '../../state/grants.ts';
import { secretId } from '../../state/random.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { issueTokens } from '../../tokens/issue.ts';

/** `POST /oauth/token`: exchanges a code. Unknown parameters are ignored (contract §3, §3.1). */
export async function token(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const fields = bodyFields(request);
  const grantType = required(fields, 'grant_type');
  const client = findClient(fields, state);
  if (grantType !== 'authorization_code' || !client.grant_types.includes(grantType)) {
    throw new OAuthError(
      403,
      'unauthorized_client',
      `Grant type '${grantType}' not allowed for the client.`,
    );
  }

  return exchangeCode(fields, client, state, now);
}

async function exchangeCode(
  fields: JsonObject,
  client: Client,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const id = required(fields, 'code');
  const verifier = required(fields, 'code_verifier');
  const code = findCode(id, state, now);
  const { callback, codeChallenge } = code.request;
  if (
    callback.client.client_id !== client.client_id ||
    callback.redirectUri !== required(fields, 'redirect_uri')
  ) {
    throw invalidGrant('Invalid authorization code');
  }
  if (!matches(verifier, codeChallenge)) throw invalidGrant('Failed to verify code verifier');
  const grantId = secretId();
  spend(id, grantId, state, now);
  const user = state.users.ownerOf(code.identity);
  if (user === undefined) throw invalidGrant('Invalid authorization code');
  if (user.blocked === true) throw new OAuthError(403, 'unauthorized', 'user is blocked');

  return json(200, await issueTokens({ grantId, user, code }, state, now));
}

function findClient(fields: JsonObject, state: TenantState): Client {
  const client = state.clients.get(required(fields, 'client_id'));
  if (client === undefined) throw new OAuthError(401, 'invalid_client', 'Unknown client');

  return client;
}

function findCode(id: string, state: TenantState, now: number): AuthorizationCode {
  const spent = state.spentCodes.get(id, now);
  if (spent !== undefined) {
    // Two parties hold this code, and nobody can tell which is the right one (SEC-05).
    state.liveGrants.delete(spent.grantId);
  }
  const code = state.codes.get(id, now);
  if (code === undefined) throw invalidGrant('Invalid authorization code');

  return code;
}

function spend(id: string, grantId: string, state: TenantState, now: number): void {
  const endsAt = now + state.lifetimes.accessToken * 1000;
  state.codes.delete(id);
  state.spentCodes.set(id, { grantId }, now, endsAt);
  state.liveGrants.set(grantId, true, now, endsAt);
}

function matches(verifier: string, challenge: string): boolean {
  const actual = createHash('sha256').update(verifier).digest();
  const expected = Buffer.from(challenge, 'base64url');

  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function required(fields: JsonObject, name: string): string {
  const value = textField(fields, name);
  if (value === undefined) {
    throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`);
  }

  return value;
}

function invalidGrant(description: string): OAuthError {
  return new OAuthError(403, 'invalid_grant', description);
}
