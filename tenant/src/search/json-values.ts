import { isObject } from '../protocol/json.ts';

/**
 * The scalar values under a path of a JSON value. Lists are looked through, so that the path names no
 * place in them; `null`, empty lists and empty objects are not there (contract §6.7).
 */
export function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesAt(item, path));
  const [first, ...rest] = path;
  if (isObject(value)) {
    if (first !== undefined) return valuesAt(ownValue(value, first), rest);

    return Object.keys(value).length > 0 ? [value] : [];
  }

  return first === undefined ? [value] : [];
}

function ownValue(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
