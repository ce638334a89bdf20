/**
 * A detail that is only shown, as text: the first text of a list, a whole number written out. `undefined` where it is
 * nothing of the kind: a profile is what a provider or a script has made of it, and none of it shuts a person out.
 *
 * Nothing may be decided by it; what is acted on has to be exactly what it should be.
 */
export function shownText(detail: unknown): string | undefined {
  const [first]: readonly unknown[] = Array.isArray(detail) ? detail.filter(isTextual) : [detail];

  return isTextual(first) ? String(first) : undefined;
}

const isTextual = (detail: unknown): detail is string | number =>
  typeof detail === 'string' ? detail !== '' : Number.isSafeInteger(detail);
