import { withDialCode } from './phone-countries.ts';

/**
 * What people type into a page of the tenant's, in the form that its API takes. The API itself stays as strict as
 * Auth0's: a page of a person's knows what was meant, a client has to say it.
 */

/**
 * A phone number as people write it, in E.164: with the code of its country, or as it is dialled in the one that was
 * chosen. What is no such number comes back as it was typed.
 */
export function typedPhone(typed: string, country = ''): string {
  const digits = plain(typed)
    .replace(/\(0\)/, '')
    .replaceAll(/[\s()[\]./\p{Pd}]/gu, '')
    .replace(/^00/, '+');
  const number = withDialCode(digits, country);

  return /^\+\d{1,15}$/.test(number) ? number : typed.trim();
}

/** The digits of a code, whatever stands between them; `undefined` if there is anything else, or nothing. */
export function typedCode(typed: string): string | undefined {
  const code = plain(typed).replaceAll(/[\s.\p{Pd}]/gu, '');

  return /^\d+$/.test(code) ? code : undefined;
}

/** An e-mail address in the letters in which addresses are kept. */
export function typedEmail(typed: string): string {
  return plain(typed).trim().toLowerCase();
}

/** ASCII where a character has a form in it, and nothing that nobody sees. */
function plain(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCodePoint(codePointOf(wide) - 0xfee0))
    .replaceAll(/[\u3002\uFF61]/g, '.')
    .replaceAll('\u2212', '-')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/\p{Cf}/gu, '');
}

/** Unicode keeps the ten digits of a script side by side, from nought on, and scripts in tens. */
function digitOf(digit: string): string {
  let first = codePointOf(digit);
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;

  return String((codePointOf(digit) - first) % 10);
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
