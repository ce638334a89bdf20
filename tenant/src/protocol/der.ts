/** Encodes a value as certificates do: its tag, its length and its content (DER, X.690). */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);

  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

/** Encodes values in their order. */
export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
/** Encodes values without an order. */
export const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts);
/** Encodes a whole number, by its bytes. */
export const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);
/** Encodes bytes as they are. */
export const octets = (...parts: readonly Uint8Array[]): Buffer => der(0x04, ...parts);
/** Encodes a text in UTF-8. */
export const text = (value: string): Buffer => der(0x0c, Buffer.from(value));
export const yes = der(0x01, Buffer.from([0xff]));
export const nothing = der(0x05);

/** Encodes bits, which fill their last byte but for so many. */
export const bits = (bytes: Uint8Array, unused = 0): Buffer =>
  der(0x03, Buffer.from([unused]), bytes);

/** Encodes an object identifier, such as `2.5.29.17`. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...others].flatMap(inSevens);

  return der(0x06, Buffer.from(bytes));
}

/** Encodes a time before 2050, to the second: `261129120000Z` (RFC 5280 §4.1.2.5). */
export const time = (moment: Date): Buffer =>
  der(
    0x17,
    Buffer.from(
      moment
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2),
    ),
  );

function inSevens(number: number): readonly number[] {
  const digits = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);

  return digits;
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');

  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}
