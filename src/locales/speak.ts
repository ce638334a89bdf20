import { directionOf, languages, pseudoLanguage, type Locale } from './languages';

/** How long a language may be on its way before the application starts in English, in milliseconds. */
const timeLimitMs = 5_000;

let spoken: Locale = 'en';

/** The language of the texts that there are; a portal around the pages may have another one. */
export const spokenLanguage = (): Locale => spoken;

/** Makes everything that is evaluated from now on speak a language, as {@link useLanguage} does, and says so in the page. */
export async function speak(wanted: Locale): Promise<void> {
  const locale = await useLanguage(wanted);
  const { documentElement: root } = document;
  $localize.locale = locale;
  root.lang = locale;
  root.dir = directionOf(locale);
}

/**
 * Makes everything that is evaluated from now on speak a language, and gives the one that it has come to be: a language
 * that does not arrive, or not in time, is replaced by English.
 */
export async function useLanguage(wanted: Locale): Promise<Locale> {
  // What arrives too late is not used: a page speaks one language.
  const use = await Promise.race([prepare(wanted), tooLate()]).catch(() => undefined);
  use?.();
  spoken = use === undefined ? 'en' : wanted;

  return spoken;
}

/** Loads a language. Gives what has Angular use it. */
async function prepare(locale: Locale): Promise<() => void> {
  if (locale === pseudoLanguage)
    return (await import('./pseudo/pseudo-language')).usePseudoLanguage;
  const { load } = languages[locale];
  if (load === undefined) return () => undefined;
  const [{ useTexts }, [texts, data]] = await Promise.all([import('./use-texts'), load()]);

  return () => useTexts(locale, texts.default.translations, data.default);
}

const tooLate = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), timeLimitMs));
