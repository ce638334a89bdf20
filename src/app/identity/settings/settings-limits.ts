import { byteSize, isJsonList, isJsonObject, objectOf, type Json, type Settings } from '../json';

/** Which limit of settings is broken. */
export type SettingsLimit = 'depth' | 'keys' | 'text' | 'size';

/** How deep values may be nested, the root keys being the first level. */
export const mostLevels = 16;
/** How deep the settings of the kept account may be nested: they are only read. */
export const mostReadableLevels = 500;
/** How many names all objects may have together. */
export const mostKeys = 200;
/** How long one text may be, in bytes of UTF-8. */
export const longestText = 4096;
/** What the tenant lets a profile's metadata take, in bytes of UTF-8 (Auth0, "Metadata field names and data types"). */
export const mostBytes = 10_240;

/**
 * Tells which limit settings break; `undefined` where they break none. Walks without recursion, since a document may be
 * nested deeper than a call stack is, and stops at the first breach.
 */
export function brokenLimit(settings: Settings): SettingsLimit | undefined {
  let keys = settings.size;
  let level: readonly Json[] = [...settings.values()];

  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > mostLevels) return 'depth';
    if (keys > mostKeys) return 'keys';
    if (level.some(isTooLong)) return 'text';
    keys += level.reduce<number>((sum, value) => sum + namesIn(value), 0);
    level = level.flatMap(childrenOf);
  }

  return settingsSize(settings) > mostBytes ? 'size' : undefined;
}

/** Whether settings are nested deeper than so many levels. */
export function isDeeperThan(levels: number, settings: Settings): boolean {
  let level: readonly Json[] = [...settings.values()];
  for (let depth = 1; level.length > 0 && depth <= levels; depth += 1) {
    level = level.flatMap(childrenOf);
  }

  return level.length > 0;
}

/** Tells how much room settings take in a profile, in bytes of UTF-8. */
export const settingsSize = (settings: Settings): number => byteSize(objectOf(settings));

/** Tells how large a profile's settings are after a write, in bytes of UTF-8. */
export const sizeWith = (mine: Settings, changes: Settings): number =>
  byteSize(objectOf([...new Map([...mine, ...changes])].filter(([, value]) => value !== null)));

const isTooLong = (value: Json): boolean =>
  typeof value === 'string' &&
  (value.length > longestText || new TextEncoder().encode(value).length > longestText);

const namesIn = (value: Json): number => (isJsonObject(value) ? Object.keys(value).length : 0);

function childrenOf(value: Json): readonly Json[] {
  if (isJsonList(value)) return value;

  return isJsonObject(value) ? Object.values(value) : [];
}
