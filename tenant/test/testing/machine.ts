import assert from 'node:assert/strict';

import { isObject, type JsonObject } from '../../src/protocol/json.ts';
import { managementAudience, origin, type TestTenant } from './tenant.ts';

/** A machine's token with exactly these scopes, as `/oauth/token` makes it from a client grant. */
export function machineToken(tenant: TestTenant, scope: string): Promise<string> {
  const grantId = `machine-${scope}`;
  const nowSeconds = Math.floor(tenant.nowMs() / 1000);
  tenant.state.grants.liveGrants.set(grantId, true, {
    nowMs: tenant.nowMs(),
    expiresAtMs: tenant.nowMs() + 86_400_000,
  });

  return tenant.signer.sign({
    iss: `${origin}/`,
    sub: 'ligature-m2m@clients',
    aud: managementAudience,
    iat: nowSeconds,
    exp: nowSeconds + 86_400,
    scope,
    azp: 'ligature-m2m',
    gty: 'client-credentials',
    jti: `${grantId}.1`,
  });
}

/** Calls the Management API as a machine with these scopes; `path` comes after `/api/v2/`. */
export async function manage(
  tenant: TestTenant,
  scope: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const token = await machineToken(tenant, scope);

  return tenant.app.request(`${origin}/api/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** The list that a response holds, bare or in its wrapper. */
export async function listOf(response: Response, name?: string): Promise<readonly JsonObject[]> {
  const body: unknown = await response.json();
  const list = name === undefined ? body : isObject(body) ? body[name] : undefined;
  assert.ok(Array.isArray(list), JSON.stringify(body));

  return list.map((item: unknown) => {
    assert.ok(isObject(item));

    return item;
  });
}

/** What a refusal says, for a table of refusals. */
export async function refusalOf(response: Response): Promise<readonly unknown[]> {
  const body: unknown = await response.json();
  assert.ok(isObject(body), `not a refusal: ${response.status}`);
  assert.equal(body['statusCode'], response.status);

  return [response.status, body['message'], body['errorCode']];
}
