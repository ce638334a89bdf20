import { createHash } from 'node:crypto';

import type { CryptoKey } from 'jose';

import { bits, integer, nothing, objectId, sequence, set, text, time } from '../tls/der.ts';

interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

const sha256WithRsa = '1.2.840.113549.1.1.11';
const commonName = '2.5.4.3';
// As long as the format can say without changing its way of writing years: the key ends, not this.
const validity = sequence(
  time(new Date('2020-01-01T00:00:00Z')),
  time(new Date('2049-12-31T23:59:59Z')),
);

/**
 * A self-signed certificate of a key, in DER (RFC 5280): what `x5c` publishes. It is made of the key
 * alone, so the same key has the same one at every start.
 */
export async function certificateOf({ publicKey, privateKey }: KeyPair): Promise<Buffer> {
  const keyInfo = Buffer.from(await crypto.subtle.exportKey('spki', publicKey));
  const algorithm = sequence(objectId(sha256WithRsa), nothing);
  const holder = sequence(set(sequence(objectId(commonName), text('localhost'))));
  const facts = sequence(integer(serialOf(keyInfo)), algorithm, holder, validity, holder, keyInfo);
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, facts);

  return sequence(facts, algorithm, bits(Buffer.from(signature)));
}

/** Eight bytes that are positive and have no zero in front, as a number is written. */
function serialOf(keyInfo: Buffer): Buffer {
  const serial = createHash('sha256').update(keyInfo).digest().subarray(0, 8);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;

  return serial;
}
