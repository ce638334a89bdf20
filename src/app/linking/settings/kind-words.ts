import type { SettingKind } from '../../identity/settings/setting-description';

type Scalar = string | number | boolean;

/** A value as its kind is written in the language of the page; as it stands where it is not of that kind. */
export function kindWords(kind: SettingKind, value: Scalar): string {
  const locale = $localize.locale ?? 'en';
  switch (kind) {
    case 'boolean':
      return switchWords(value) ?? String(value);
    case 'number':
      return typeof value === 'number'
        ? new Intl.NumberFormat(locale).format(value)
        : String(value);
    case 'date':
      return dateWords(value, locale) ?? String(value);
    case 'language':
    case 'country':
      return nameOf(kind, String(value), locale) ?? String(value);
    case 'picture':
    case 'color':
    case 'text':
      return String(value);
  }
}

/** Whether a value is a color that is written as a number or by its name. */
export const isColor = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,30})$/i.test(value);

function switchWords(value: Scalar): string | undefined {
  if ([true, 'true', 1, 'on', 'yes'].includes(value)) return $localize`On`;

  return [false, 'false', 0, 'off', 'no'].includes(value) ? $localize`Off` : undefined;
}

/** A day, or a day and a time; numbers are seconds or milliseconds since 1970. */
function dateWords(value: Scalar, locale: string): string | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const date = new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value);
  if (Number.isNaN(date.getTime())) return undefined;
  // A day is the same everywhere.
  const isDay = typeof value === 'string' && value.length === '2026-11-30'.length;

  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    ...(isDay ? { timeZone: 'UTC' } : { timeStyle: 'short' }),
  }).format(date);
}

function nameOf(kind: 'language' | 'country', code: string, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, {
      type: kind === 'country' ? 'region' : 'language',
      fallback: 'none',
    }).of(code);
  } catch {
    // It is no code.
    return undefined;
  }
}
