import { hash, randomBytes, randomInt } from 'node:crypto';

/** Makes an id that cannot be guessed: for codes, sessions, transactions, tokens and tickets. */
export function secretId(): string {
  return randomBytes(32).toString('base64url');
}

/** Makes a string of digits that does not start with zero, as numeric provider ids do not. */
export function digits(length: number): string {
  return Array.from({ length }, (_, place) => randomInt(place === 0 ? 1 : 0, 10)).join('');
}

/** Makes a string of digits, any of which may be zero: a one-time code. */
export function anyDigits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('');
}

/** Makes lower-case hexadecimal digits, as in Auth0's own ids. */
export function hexDigits(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);
}

/** Hashes a text into hexadecimal digits, the same for the same text. */
export function hexOf(text: string, length: number): string {
  return hash('sha256', text).slice(0, length);
}

/** Makes an id for what a file knows by its name alone: made up at a real tenant, here the same at every start. */
export function derivedId(prefix: string, name: string, length: number): string {
  return `${prefix}${hexOf(`${prefix}${name}`, length)}`;
}

/** Picks one element of a list that is not empty. */
export function oneOf<T>(list: readonly [T, ...T[]]): T {
  return list[randomInt(list.length)] ?? list[0];
}
