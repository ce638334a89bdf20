import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';

import { plainText } from '../../identity/sign-in/typed-text';

/** A country or a region with phone numbers of its own. */
export interface PhoneCountry {
  readonly code: CountryCode;
  /** Its name, in the language that was asked for. */
  readonly name: string;
  /** What is dialled before its numbers from abroad, without the `+`. */
  readonly dialCode: string;
}

/** A phone number that was understood. */
export interface PhoneNumber {
  /** As the tenant takes it (E.164). */
  readonly address: string;
  /** As people read it: `+49 1512 3456789`. */
  readonly shown: string;
}

/** Lists all countries in the order in which they are looked for in this language. */
export function phoneCountries(locale: string): readonly PhoneCountry[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const { compare } = new Intl.Collator(locale);

  return getCountries(metadata)
    .map((code) => ({ code, name: names.of(code) ?? code, dialCode: dialCodeOf(code) }))
    .sort((one, other) => compare(one.name, other.name));
}

/** Guesses where somebody's phone is from: the first region that the browser names, or where the language is from. */
export function countryOfBrowser(languages: readonly string[]): CountryCode {
  const tags = languages.flatMap(localeOf);
  const regions = [...tags, ...tags.map((tag) => tag.maximize())].map(({ region }) => region);
  const countries = new Map<string | undefined, CountryCode>(
    getCountries(metadata).map((code) => [code, code]),
  );
  const known = regions.find((region) => countries.has(region));

  return countries.get(known) ?? 'US';
}

/** A browser may name what is no language, such as `c` where the system has none. */
function localeOf(tag: string): readonly Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}

/**
 * Reads a phone number as people write it: as it is dialled at home in this country, or with `+` or `00` and the code of
 * any other; with blanks, brackets, dots and hyphens, in the digits of any script. Only its length is judged, for
 * numbers are made anew every day. Gives `undefined` for what cannot be one.
 */
export function phoneNumberIn(typed: string, country: CountryCode): PhoneNumber | undefined {
  const number = parsed(typed, country);
  if (number?.isPossible() !== true || number.ext !== undefined) return undefined;

  return { address: number.number, shown: number.formatInternational() };
}

/** Tells which country a number is of that begins with a code, as soon as that can be told; else it is still this one. */
export function countryOf(typed: string, current: CountryCode): CountryCode {
  const text = trimmed(typed);
  if (!/^(\+|00)/.test(text)) return current;
  const known = parsed(typed, current)?.country;
  if (known !== undefined) return known;
  const digits = text.replace(/^(\+|00)/, '').replaceAll(/\D/g, '');
  const sharing = [1, 2, 3]
    .map((length) => countriesByDialCode[digits.slice(0, length)])
    .find((countries) => countries !== undefined);
  const [first = current] = sharing ?? [];

  return sharing?.includes(current) === true || !isSupportedCountry(first, metadata)
    ? current
    : first;
}

/** Writes a number as one could be in this country, as it is dialled there. */
export const exampleNumber = (country: CountryCode): string =>
  getExampleNumber(country, examples, metadata)?.formatNational() ?? '';

const dialCodeOf = (country: CountryCode): string => getCountryCallingCode(country, metadata);

/** The countries that share a code, that first which most of its numbers are from. */
const countriesByDialCode: Readonly<Partial<Record<string, readonly CountryCode[]>>> =
  metadata.country_calling_codes;

/** Reads a number as it stands, and where that makes none with `+` for the `00` at its beginning. */
function parsed(typed: string, country: CountryCode) {
  const text = trimmed(typed);
  const asWritten = parse(text, country);

  return asWritten?.isPossible() === true || !text.startsWith('00')
    ? asWritten
    : parse(text.replace(/^00/, '+'), country);
}

const parse = (text: string, defaultCountry: CountryCode) =>
  parsePhoneNumberFromString(text, { defaultCountry, extract: false }, metadata);

const trimmed = (typed: string): string =>
  plainText(typed)
    .trim()
    .replace(/^tel:\s*/i, '')
    .replaceAll(/\s+/g, ' ');
