import { compactVerify, decodeJwt, importSPKI } from 'jose';

import { OAuthError } from '../../protocol/errors.ts';
import { textField } from '../../protocol/http.ts';
import { isObject, type JsonObject, parseJson } from '../../protocol/json.ts';
import type { Client, ClientKey } from '../../state/config/client.ts';
import { lasting } from '../../state/expiring-map.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Five minutes are the most that Auth0 takes. */
const longestLifeMs = 300_000;

/** Reads which client an assertion names. Nothing in it is verified yet. */
export function assertedClient(fields: JsonObject): string | undefined {
  try {
    return decodeJwt(textField(fields, 'client_assertion') ?? '').sub;
  } catch {
    return undefined;
  }
}

/** Refuses a client that does not sign with one of its keys: `private_key_jwt` (RFC 7523 §3). */
export async function requireAssertion(
  client: Client,
  { keys, fields }: { readonly keys: readonly ClientKey[]; readonly fields: JsonObject },
  { state, nowMs }: Moment,
): Promise<void> {
  if (textField(fields, 'client_assertion_type') !== assertionType) {
    throw invalid(`client_assertion_type must be ${assertionType}`);
  }
  const assertion = textField(fields, 'client_assertion') ?? '';
  const { iss, sub, aud, exp, jti } = await verifiedClaims(assertion, keys);
  if (iss !== client.client_id || sub !== client.client_id) {
    throw invalid('iss and sub must be the client_id');
  }
  if (![aud].flat().some((one) => isOwnAudience(one, state))) {
    throw invalid('aud is for another server');
  }
  const remainingMs = typeof exp === 'number' ? exp * 1000 - nowMs : Number.NaN;
  if (!(remainingMs > 0 && remainingMs <= longestLifeMs))
    throw invalid('exp is over or too far off');
  if (typeof jti !== 'string' || jti === '' || jti.length > 64) throw invalid('jti is missing');
  const seen = `assertion ${client.client_id} ${jti}`;
  if (state.grants.seenProofs.get(seen, nowMs) === true) throw invalid('jti was seen already');
  state.grants.seenProofs.set(seen, true, lasting(longestLifeMs, nowMs));
}

async function verifiedClaims(assertion: string, keys: readonly ClientKey[]): Promise<JsonObject> {
  for (const { pem, alg } of keys) {
    try {
      const key = await importSPKI(pem, alg);
      const { payload } = await compactVerify(assertion, key, { algorithms: [alg] });
      const claims = parseJson(new TextDecoder().decode(payload));
      if (isObject(claims)) return claims;
    } catch {
      // Not signed by this key; there may be another.
    }
  }

  throw invalid('it is not signed by a key of the client');
}

// The Node SDK can only name https addresses, also when its fetch goes elsewhere (contract §0).
function isOwnAudience(audience: unknown, { issuer }: TenantState): boolean {
  if (typeof audience !== 'string') return false;
  const named = audience.replace(/^https:/, new URL(issuer).protocol);

  return [issuer, issuer.slice(0, -1), `${issuer}oauth/token`].includes(named);
}

function invalid(reason: string): OAuthError {
  return new OAuthError(401, 'invalid_client', `Failed to verify the client assertion: ${reason}`);
}
