import { createHash } from 'node:crypto';

import type { CryptoKey } from 'jose';

import { bits, integer, nothing, objectId, sequence, set, text, time } from '../../protocol/der.ts';

interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
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
export async function certificateOf({ publicKey, privateKey }: KeyPair): Promise<Buffer> {
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
  const serial = createHash('sha256').update(keyInfo).digest().subarray(0, 8);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;

  return serial;
}
