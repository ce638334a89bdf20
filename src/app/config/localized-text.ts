import type { LanguageCode, Locale } from '../../locales/languages';

/** A text in the configuration: the same in every language, or one for each that it is written in. */
export type LocalizedText = string | Readonly<Partial<Record<LanguageCode, string | undefined>>>;

/** Gives a text in the language of the page; where it is not written in that, in English, or as it is written first. */
export function textIn(text: LocalizedText, locale: string): string {
  if (typeof text === 'string') return text;
  const codes = [locale, 'en', ...Object.keys(text)] as readonly Exclude<Locale, 'en-XA'>[];

  return codes.map((code) => text[code]).find((found) => found !== undefined) ?? '';
}
