/** Data as certificates write it: what it is, how long it is, and what is in it (X.690). */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const content = Buffer.concat(parts);

  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]) => der(0x31, ...parts);
export const integer = (bytes: Uint8Array) => der(0x02, bytes);
export const octets = (...parts: readonly Uint8Array[]) => der(0x04, ...parts);
export const text = (value: string) => der(0x0c, Buffer.from(value));
export const nothing = der(0x05);
export const yes = der(0x01, Buffer.of(0xff));

/** Bits that fill their last byte but for so many. */
export const bits = (bytes: Uint8Array, unused = 0) => der(0x03, Buffer.of(unused), bytes);

/** A name out of the tree of all names, such as `2.5.29.17`. */
export function objectId(dotted: string): Buffer<ArrayBuffer> {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...others].flatMap(inSevens);

  return der(0x06, Buffer.from(bytes));
}

/** A moment to the second, before 2050: `261129120000Z` (RFC 5280 §4.1.2.5). */
export function time(moment: Date): Buffer<ArrayBuffer> {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '');

  return der(0x17, Buffer.from(digits.slice(2)));
}

/** The number in groups of seven bits, all but the last marked as having another after it. */
function inSevens(number: number): readonly number[] {
  const digits = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);

  return digits;
}

/** Below 128 the length itself; above, the number of its bytes and then those (X.690 §8.1.3). */
function lengthOf(length: number): Buffer {
  if (length < 128) return Buffer.of(length);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');

  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}
