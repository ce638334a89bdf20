import type { JsonObject } from '../../protocol/json.ts';

/** Auth0 keeps no more of either kind of metadata. */
const mostCharacters = 16_000_000;

/** Whether metadata is more than Auth0 keeps. */
export function isTooMuch(metadata: JsonObject | undefined): boolean {
  return metadata !== undefined && JSON.stringify(metadata).length > mostCharacters;
}

/** Merges on the first level only; `null` takes a key away, and `{}` takes all of them (§6.4). */
export function mergeMetadata(current: JsonObject | undefined, changes: JsonObject): JsonObject {
  if (Object.keys(changes).length === 0) return {};
  const merged = new Map(Object.entries(current ?? {}));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }

  return Object.fromEntries(merged);
}
