import { createHash } from 'node:crypto';

import type { CryptoKey, JWK } from 'jose';

import { secretId } from '../../protocol/random.ts';
import { certificateOf } from './certificate.ts';

/** One RSA key of the tenant, named by its `kid`. */
export interface SigningKey {
  readonly kid: string;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** Makes a key. It can be exported, for a snapshot has to bring back the tokens that it signed. */
export async function newSigningKey(): Promise<SigningKey> {
  const { generateKeyPair } = await import('jose');
  const pair = await generateKeyPair('RS256', { extractable: true });

  return { kid: secretId(), ...pair };
}

/** Exports the public key as `/.well-known/jwks.json` publishes it, with its certificate. */
export async function publicJwk(key: SigningKey): Promise<JWK> {
  const { exportJWK } = await import('jose');
  const certificate = await certificateOf(key);

  return {
    ...(await exportJWK(key.publicKey)),
    kid: key.kid,
    use: 'sig',
    alg: 'RS256',
    x5c: [certificate.toString('base64')],
    x5t: createHash('sha1').update(certificate).digest('base64url'),
  };
}

/** Exports the whole key, for a snapshot. */
export async function privateJwk({ kid, privateKey }: SigningKey): Promise<JWK> {
  const { exportJWK } = await import('jose');

  return { ...(await exportJWK(privateKey)), kid };
}

/** Reads a key out of a snapshot; `undefined` when it is none. */
export async function readSigningKey(jwk: Readonly<JWK>): Promise<SigningKey | undefined> {
  const { kid, kty, n, e } = jwk;
  if (kid === undefined || kty !== 'RSA' || n === undefined || e === undefined) return undefined;
  const { importJWK } = await import('jose');
  try {
    const privateKey = await importJWK({ ...jwk }, 'RS256', { extractable: true });
    const publicKey = await importJWK({ kty, n, e }, 'RS256', { extractable: true });
    if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array) return undefined;
    if (privateKey.type !== 'private') return undefined;

    return { kid, publicKey, privateKey };
  } catch {
    return undefined;
  }
}
