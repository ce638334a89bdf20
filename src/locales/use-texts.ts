import { registerLocaleData } from '@angular/common';
import { loadTranslations } from '@angular/localize';

import type { Texts } from './languages';

/** Has Angular use the texts of a language, and write dates and numbers as it does. Loaded for other languages than English. */
export function useTexts(locale: string, texts: Texts, data: unknown): void {
  loadTranslations(texts);
  registerLocaleData(data, locale);
}
