import { InjectionToken } from '@angular/core';

import type { LigatureFeature } from './ligature-feature';

/** What a portal wants the pages to speak, as a language tag. */
export const PORTAL_LANGUAGE = new InjectionToken<string | undefined>('language of the portal', {
  factory: () => undefined,
});

/**
 * Says which language the pages speak: a tag such as `de` or `de-AT`. It goes before that of the configuration, of
 * `<html lang>` and of the browser. One that there are no texts for is passed over.
 *
 * @example
 * provideLigature('ligature.json', withLanguage('fr'))
 */
export const withLanguage = (language: string): LigatureFeature => ({
  ɵproviders: [{ provide: PORTAL_LANGUAGE, useValue: language }],
});
