/**
 * Reads a detail of a profile as text: the first text of a list, a whole number written out; `undefined` for anything
 * else. Providers and scripts make of a profile what they like, and nobody is refused for that. For display only:
 * nothing may be decided by it.
 */
export function shownText(detail: unknown): string | undefined {
  const [first]: readonly unknown[] = Array.isArray(detail) ? detail.filter(isTextual) : [detail];

  return isTextual(first) ? String(first) : undefined;
}

const isTextual = (detail: unknown): detail is string | number =>
  typeof detail === 'string' ? detail !== '' : Number.isSafeInteger(detail);
