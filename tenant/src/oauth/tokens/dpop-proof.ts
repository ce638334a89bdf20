import { hash } from 'node:crypto';
import {
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';

import { OAuthError } from '../../protocol/errors.ts';
import { isObject, type JsonObject, parseJson } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import { lasting } from '../../state/expiring-map.ts';
import type { Exchange, Moment } from '../../state/tenant-state.ts';

/** Ten minutes: as long as a nonce, and with it a proof, is good for. */
const nonceLifetimeMs = 600_000;
const leewayMs = 60_000;

/** What a proof shall be for. */
interface ProofTarget {
  readonly method: string;
  readonly url: string;
  /** The access token that it goes with, if it goes with one. */
  readonly accessToken?: string;
  readonly needsNonce: boolean;
}

/** Makes a nonce for the next proof; every answer to a proof carries one (contract §3.6). */
export function newDpopNonce({ state, nowMs }: Moment): string {
  const nonce = secretId();
  state.grants.dpopNonces.set(nonce, true, lasting(nonceLifetimeMs, nowMs));

  return nonce;
}

/**
 * Verifies the DPoP proof of a request and tells the thumbprint of its key; `undefined` if there is no proof. A
 * proof is good once, for one address, and for ten minutes. Throws an `OAuthError` (RFC 9449 §4.3).
 */
export async function readDpopProof(
  target: ProofTarget,
  exchange: Exchange,
): Promise<string | undefined> {
  const { request, state, nowMs } = exchange;
  const proof = request.headers.get('dpop');
  if (proof === null) return undefined;
  const { jwk, claims } = await verifiedProof(proof);
  const { htm, htu, iat, jti, nonce, ath } = claims;
  if (htm !== target.method) throw invalid('htm is for another method');
  if (typeof htu !== 'string' || withoutQuery(htu) !== target.url) {
    throw invalid('htu is for another address');
  }
  const ageMs = typeof iat === 'number' ? nowMs - iat * 1000 : NaN;
  if (!(ageMs <= nonceLifetimeMs + leewayMs && ageMs >= -leewayMs))
    throw invalid('iat is not recent');
  if (target.accessToken !== undefined && ath !== hash('sha256', target.accessToken, 'base64url')) {
    throw invalid('ath is for another token');
  }
  requireNonce(nonce, target, exchange);
  if (typeof jti !== 'string' || jti === '' || state.grants.seenProofs.get(jti, nowMs) === true) {
    throw invalid('jti was seen already');
  }
  state.grants.seenProofs.set(jti, true, lasting(nonceLifetimeMs + 2 * leewayMs, nowMs));

  return calculateJwkThumbprint(jwk);
}

function requireNonce(nonce: unknown, { needsNonce }: ProofTarget, moment: Moment): void {
  const { state, nowMs } = moment;
  if (nonce === undefined && !needsNonce) return;
  if (typeof nonce === 'string' && state.grants.dpopNonces.get(nonce, nowMs) === true) return;
  throw new OAuthError(
    400,
    'use_dpop_nonce',
    'Authorization server requires nonce in DPoP proof',
  ).withHeaders({ 'dpop-nonce': newDpopNonce(moment) });
}

async function verifiedProof(
  proof: string,
): Promise<{ readonly jwk: JWK; readonly claims: JsonObject }> {
  try {
    const { typ, alg, jwk } = decodeProtectedHeader(proof);
    if (typ !== 'dpop+jwt') throw invalid('typ is not dpop+jwt');
    if (alg !== 'ES256' || jwk === undefined) throw invalid('it is not signed with ES256');
    if ('d' in jwk) throw invalid('it holds a private key');
    const { payload } = await compactVerify(proof, await importJWK(jwk, alg), {
      algorithms: [alg],
    });
    const claims = parseJson(new TextDecoder().decode(payload));
    if (!isObject(claims)) throw invalid('it is not an object');

    return { jwk, claims };
  } catch (error) {
    if (error instanceof OAuthError) throw error;
    throw invalid('it is not signed by its key');
  }
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/)[0] ?? '';
}

function invalid(reason: string): OAuthError {
  return new OAuthError(400, 'invalid_dpop_proof', `Failed to verify DPoP proof: ${reason}`);
}
