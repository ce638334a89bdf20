/** Reads the code of a message, which may have been typed or copied in groups; `undefined` where it is none. */
export function codeIn(typed: string): string | undefined {
  const code = plainText(typed).replaceAll(/[\s.\p{Pd}]/gu, '');

  return /^\d{4,}$/.test(code) ? code : undefined;
}

/** Reads an e-mail address, in small letters as the tenant keeps it; `undefined` where it is none. */
export function emailAddressIn(typed: string): string | undefined {
  const address = plainText(typed).trim().toLowerCase();

  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address) ? address : undefined;
}

/** Writes typed text in ASCII where a character has a form in it, and without marks that nobody sees. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCodePoint(codeOf(wide) - 0xfee0))
    .replaceAll(/[\u3002\uFF61]/g, '.')
    .replaceAll('\u2212', '-')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/\p{Cf}/gu, '');

/** Gives the ASCII digit. Unicode has the ten digits of a script side by side, from nought on. */
function digitOf(digit: string): string {
  const code = codeOf(digit);
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;

  return String((code - first) % 10);
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
