import { loadTranslations } from '@angular/localize';

import type { LanguageCode, Translations } from '../languages';

/** What the console says, in a file for each language that has texts: only those who open it load them. */
const texts: Readonly<
  Record<Exclude<LanguageCode, 'en'>, () => Promise<{ readonly default: Translations }>>
> = {
  ar: () => import('./ar.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  fr: () => import('./fr.json'),
  ja: () => import('./ja.json'),
};

const isIn = (code: string): code is keyof typeof texts => Object.hasOwn(texts, code);

/** Adds what the console says to what the page says. Texts that do not arrive are in English, as those of the page are. */
export async function useConsoleTexts(code: string): Promise<void> {
  if (!isIn(code)) return;
  try {
    loadTranslations((await texts[code]()).default.translations);
  } catch {
    // Everything works in English as well.
  }
}
