const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A length of time in milliseconds, as a person would say it: "10 minutes", "1 day". */
export function durationWords(milliseconds: number, locale = 'en'): string {
  const [unit, size] = units.find(([, length]) => milliseconds >= length) ?? units[2];

  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(milliseconds / size),
  );
}
