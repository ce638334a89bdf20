import { hash } from 'node:crypto';
import type { CryptoKey, JWK } from 'jose';

import { bits, integer, nothing, objectId, sequence, set, text, time } from '../../protocol/der.ts';
import { secretId } from '../../protocol/random.ts';

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
    x5t: hash('sha1', certificate, 'base64url'),
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

const sha256WithRsa = sequence(objectId('1.2.840.113549.1.1.11'), nothing);
// The key ends, not this.
const validity = sequence(
  time(new Date('2020-01-01T00:00:00Z')),
  time(new Date('2049-12-31T23:59:59Z')),
);

/**
 * Makes the certificate of a signing key, signed with the key itself, in DER (RFC 5280): what `x5c` publishes.
 * It is made of the key alone, so the same key has the same one at every start.
 */
async function certificateOf({ publicKey, privateKey }: SigningKey): Promise<Buffer> {
  const keyInfo = Buffer.from(await crypto.subtle.exportKey('spki', publicKey));
  const holder = sequence(set(sequence(objectId('2.5.4.3'), text('localhost'))));
  const content = sequence(
    integer(serialOf(keyInfo)),
    sha256WithRsa,
    holder,
    validity,
    holder,
    keyInfo,
  );
  const signature = await crypto.subtle.sign(
    'RSASSA-PKCS1-v1_5',
    privateKey,
    Uint8Array.from(content),
  );

  return sequence(content, sha256WithRsa, bits(new Uint8Array(signature)));
}

/** Eight bytes that are positive and have no zero in front, as a number is written. */
function serialOf(keyInfo: Buffer): Buffer {
  const serial = hash('sha256', keyInfo, 'buffer').subarray(0, 8);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;

  return serial;
}
