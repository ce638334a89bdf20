import type { JsonReader } from '../../protocol/json-reader.ts';
import type { Profile } from './user.ts';

/** How many characters Auth0 lets an attribute have, as its reference of `POST /users` says. */
const longest: Readonly<Record<string, number>> = {
  name: 300,
  nickname: 300,
  given_name: 150,
  family_name: 150,
  username: 128,
  user_id: 255,
};
const longestLocalPart = 64;
const longestDomain = 256;
/** An account without a name is called by its address. */
const longestDerivedName = longestLocalPart + 1 + longestDomain;

/** Tells how many characters an attribute may have; `undefined` if there is no limit. */
export function longestOf(name: string): number | undefined {
  return Object.hasOwn(longest, name) ? longest[name] : undefined;
}

/** Whether an attribute is longer than Auth0 lets it be. */
export function isTooLong(name: string, value: string): boolean {
  return lengthOf(value) > (longestOf(name) ?? Infinity);
}

/** Counts characters as JSON Schema does: one outside the first plane is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Whether a profile has an attribute that is too long for Auth0; a name may be the whole address. */
export function hasTooLongAttribute(profile: Profile): boolean {
  return Object.entries(profile).some(
    ([name, value]) =>
      typeof value === 'string' && value !== profile.email && isTooLong(name, value),
  );
}

/** Reads an attribute of a file or of the control plane. Throws a `SeedError` if it is too long. */
export function optionalAttribute(fields: JsonReader, name: keyof Profile): string | undefined {
  const value = fields.optionalText(name);
  const limit = name === 'name' ? longestDerivedName : longestOf(name);
  if (value === undefined || limit === undefined || lengthOf(value) <= limit) return value;

  return fields.fail(name, `must have ${limit} characters at most`);
}

/** Whether a text is an e-mail address, as far as Auth0 checks it. */
export function isEmailAddress(text: string): boolean {
  const [local = '', domain = '', ...others] = text.split('@');
  const isComplete = local !== '' && domain !== '' && others.length === 0;

  return (
    isComplete &&
    local.length <= longestLocalPart &&
    domain.length <= longestDomain &&
    !/\s/.test(text)
  );
}
