/** Each unit with its length in milliseconds, and how exactly the next smaller one would say it. */
const units = [
  ['day', 86_400_000, 3_600_000],
  ['hour', 3_600_000, 60_000],
  ['minute', 60_000, 1000],
] as const;

/** A length of time in milliseconds, as a person would say it: "10 minutes", "1 day". */
export function durationWords(milliseconds: number, locale: string): string {
  // What would be rounded up to 60 minutes is an hour.
  const [unit, size] =
    units.find(([, length, step]) => Math.round(milliseconds / step) * step >= length) ?? units[2];

  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(milliseconds / size),
  );
}
