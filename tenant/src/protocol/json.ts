/** A JSON object whose members have not been checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a parsed JSON value is an object, and neither `null` nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How many levels JSON from outside may have: as many as MongoDB stores, and more than anybody needs. */
const deepest = 100;
/** A snapshot holds what came in with a body, a few levels further down. */
export const deepestSnapshot = deepest + 10;

/**
 * Parses text that may not be JSON at all, or JSON that nobody could write down again: what walks it
 * level by level, `JSON.stringify` too, runs out of stack. `undefined` then, which no JSON text can mean.
 */
export function parseJson(text: string, levels = deepest): unknown {
  try {
    const value: unknown = JSON.parse(text);

    return isShallow(value, levels) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value has no more levels than these, and so is no circle either. */
export function isShallow(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;

  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

/** Names a value's type as JSON Schema validators print it. */
export function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';

  return typeof value;
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Copies an object without the fields that are `undefined`, which JSON and our types do not have. */
export function defined<T extends object>(fields: T): Partial<Defined<T>>;
export function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
