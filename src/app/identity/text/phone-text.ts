/** What is dialled before the numbers of a country (ITU-T E.164): with one or two digits, or else with three. */
const dialCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** Keeps a number on one line, and in its order among letters that are written from right to left. */
const gap = '\u00A0';

/**
 * Writes a phone number as people read one, `+1 555 555 0100` for `+15555550100`; any other text stays as it is. The
 * groups are the same for all countries: what is usual in each of them takes a table that not every page needs.
 */
export function phoneText(text: string): string {
  const number = /^\+[\d\s]+$/.test(text) ? text.replaceAll(/\D/g, '') : '';
  if (number.length < 7 || number.length > 15) return text;
  const [code = ''] = dialCode.exec(number) ?? [];

  return [`+${code}`, ...inGroups(number.slice(code.length))].join(gap);
}

/** Groups of three, of which the last has two to four digits. */
const inGroups = (digits: string): readonly string[] =>
  digits.length > 4 ? [digits.slice(0, 3), ...inGroups(digits.slice(3))] : [digits];
