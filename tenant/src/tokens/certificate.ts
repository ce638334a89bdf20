import { createHash } from 'node:crypto';

import type { CryptoKey } from 'jose';

interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

const sha256WithRsa = '2a864886f70d01010b';
const commonName = '550403';
// As long as the format can say without changing its way of writing years: the key ends, not this.
const validity = sequence(time('200101000000Z'), time('491231235959Z'));

/**
 * A self-signed certificate of a key, in DER (RFC 5280): what `x5c` publishes. It is made of the key
 * alone, so the same key has the same one at every start.
 */
export async function certificateOf({ publicKey, privateKey }: KeyPair): Promise<Buffer> {
  const keyInfo = Buffer.from(await crypto.subtle.exportKey('spki', publicKey));
  const algorithm = sequence(identifier(sha256WithRsa), element(0x05));
  const holder = sequence(
    element(0x31, sequence(identifier(commonName), element(0x0c, Buffer.from('localhost')))),
  );
  const facts = sequence(
    element(0x02, serialOf(keyInfo)),
    algorithm,
    holder,
    validity,
    holder,
    keyInfo,
  );
  const signature = await crypto.subtle.sign(
    'RSASSA-PKCS1-v1_5',
    privateKey,
    Uint8Array.from(facts),
  );

  return sequence(
    facts,
    algorithm,
    element(0x03, Buffer.concat([Buffer.of(0), Buffer.from(signature)])),
  );
}

/** Eight bytes that are positive and have no zero in front, as a number is written. */
function serialOf(keyInfo: Buffer): Buffer {
  const serial = createHash('sha256').update(keyInfo).digest().subarray(0, 8);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;

  return serial;
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function identifier(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, 'hex'));
}

function time(text: string): Buffer {
  return element(0x17, Buffer.from(text));
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);

  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

/** Below 128 the length itself; above, the number of its bytes and then those (X.690 §8.1.3). */
function lengthOf(length: number): Buffer {
  if (length < 128) return Buffer.of(length);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');

  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}
