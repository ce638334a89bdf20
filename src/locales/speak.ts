import { languages, pseudoLanguage, type Locale } from './languages';

/** How long a language may be on its way before the application starts in English, in milliseconds. */
const timeLimitMs = 5_000;

/**
 * Makes everything that is evaluated from now on speak a language, and says in the page which one it is. A language that
 * does not arrive, or not in time, is replaced by English, and the application starts all the same.
 */
export async function speak(wanted: Locale): Promise<void> {
  // What arrives too late is not used: a page speaks one language.
  const use = await Promise.race([prepare(wanted), tooLate()]).catch(() => undefined);
  use?.();
  const locale = use === undefined ? 'en' : wanted;
  const { documentElement: root } = document;
  $localize.locale = locale;
  root.lang = locale;
  root.dir = locale === pseudoLanguage ? 'ltr' : languages[locale].direction;
}

/** Loads a language. Gives what has Angular use it. */
async function prepare(locale: Locale): Promise<() => void> {
  if (locale === pseudoLanguage) return (await import('./pseudo-language')).usePseudoLanguage;
  const { load } = languages[locale];
  if (load === undefined) return () => undefined;
  const [{ useTexts }, [texts, data]] = await Promise.all([import('./use-texts'), load()]);

  return () => useTexts(locale, texts.default, data.default);
}

const tooLate = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), timeLimitMs));
