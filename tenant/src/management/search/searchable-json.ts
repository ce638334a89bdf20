import { isObject, type JsonObject } from '../../protocol/json.ts';
import type { Searchable, ValueTest } from './compile-query.ts';

/** Makes plain JSON objects searchable: by any path, and in these fields when a term names none. */
export function searchableJson(textFields: readonly string[]): Searchable<JsonObject> {
  return {
    some: (field, passes) => {
      const path = field.split('.');

      return (document) => someValueAt(document, path, passes);
    },
    textFields,
    ignoresCase: (field) => textFields.includes(field),
  };
}

/**
 * Whether a scalar under a path of a JSON value passes. Lists are looked through, so that the path
 * names no place in them; `null`, empty lists and empty objects are not there (contract §6.7).
 */
export function someValueAt(value: unknown, path: readonly string[], passes: ValueTest): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => someValueAt(item, path, passes));
  const [name, ...rest] = path;
  if (!isObject(value)) return name === undefined && passes(value);
  if (name !== undefined) {
    return Object.hasOwn(value, name) && someValueAt(value[name], rest, passes);
  }

  return Object.keys(value).length > 0 && passes(value);
}
