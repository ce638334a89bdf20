import { languageCodes, pseudoLanguage, type LanguageCode, type Locale } from './languages';

/** Who may say which language it is to be; each as a language tag. */
export interface Wishes {
  /** What the person has chosen here. */
  readonly chosen?: string | undefined;
  /** What the configuration says. */
  readonly configured?: string | undefined;
  /** What the browser asks for, the dearest first. */
  readonly preferred: readonly string[];
}

/** Decides on the language of the pages: the person's choice, the configuration's, the browser's, and English last. */
export function languageOf({ chosen, configured, preferred }: Wishes): Locale {
  if (chosen === pseudoLanguage) return chosen;

  return [chosen, configured, ...preferred].map(offeredFor).find((code) => code) ?? 'en';
}

/**
 * Gives the languages that the tenant is asked for in a sign-in (`ui_locales`): that of the pages, unless it is the
 * English that nobody has chosen.
 */
export const uiLocalesOf = (locale: Locale, { chosen }: Wishes): string | undefined =>
  locale === pseudoLanguage || (locale === 'en' && offeredFor(chosen) !== 'en')
    ? undefined
    : locale;

/** A region does not matter: whoever reads `de-AT` reads `de`. */
const offeredFor = (tag: string | undefined): LanguageCode | undefined =>
  languageCodes.find((code) => code === tag?.split('-', 1)[0]?.toLowerCase());
