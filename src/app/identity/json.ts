/** A value as JSON has it, and as the tenant keeps settings. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object as JSON has it. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The root keys of an account's `user_metadata`; a map, so that no name is anything but a name. */
export type Settings = ReadonlyMap<string, Json>;

/** Whether a value that was parsed from JSON is an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list. */
export const isJsonList = (value: Json | undefined): value is readonly Json[] =>
  Array.isArray(value);

/** Whether two values are equal. The order of an object's names does not count. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isJsonList(one) && isJsonList(other)) {
    return one.length === other.length && one.every((item, at) => sameJson(item, other[at]));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const names = Object.keys(one);

  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name]))
  );
}

/** Makes an object with these entries; `__proto__` becomes a name like any other. */
export const objectOf = (entries: Iterable<readonly [string, Json]>): JsonObject =>
  Object.fromEntries(entries);

const utf8 = new TextEncoder();

/** Tells how much room a value takes at the tenant, in bytes of UTF-8. */
export const byteSize = (value: Json): number => utf8.encode(JSON.stringify(value)).length;
