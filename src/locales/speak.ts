import { languages, pseudoLanguage, type Locale } from './languages';

/**
 * Makes everything that is evaluated from now on speak a language, and says in the page which one it is. A language that
 * does not arrive is replaced by English, and the application starts all the same.
 */
export async function speak(wanted: Locale): Promise<void> {
  const locale = await learn(wanted).catch((): Locale => 'en');
  const { documentElement: root } = document;
  $localize.locale = locale;
  root.lang = locale;
  root.dir = locale === pseudoLanguage ? 'ltr' : languages[locale].direction;
}

async function learn(locale: Locale): Promise<Locale> {
  if (locale === pseudoLanguage) {
    (await import('./pseudo-language')).usePseudoLanguage();

    return locale;
  }
  const { load } = languages[locale];
  if (load === undefined) return locale;
  const [{ useTexts }, [texts, data]] = await Promise.all([import('./use-texts'), load()]);
  useTexts(locale, texts.default, data.default);

  return locale;
}
