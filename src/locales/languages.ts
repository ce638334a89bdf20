/** The texts of a language, by the ids of messages. */
export type Texts = Readonly<Record<string, string>>;

/** A file of texts, in Angular's JSON format for translations. */
export interface Translations {
  readonly locale: string;
  readonly translations: Texts;
}

/** A language of the application: how it is written, and where what it says comes from. */
export interface Language {
  /** What those call it who speak it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Loads its texts, and how it writes dates and numbers; those of English are in the application itself. */
  readonly load?: () => Promise<readonly [{ default: Translations }, { default: unknown }]>;
}

/** Every language that is offered, in this order. `npm run check` fails where the texts of one are not complete. */
const offered = {
  en: { name: 'English', direction: 'ltr' },
  de: {
    name: 'Deutsch',
    direction: 'ltr',
    load: () => Promise.all([import('./de.json'), import('@angular/common/locales/de')]),
  },
  es: {
    name: 'Español',
    direction: 'ltr',
    load: () => Promise.all([import('./es.json'), import('@angular/common/locales/es')]),
  },
  fr: {
    name: 'Français',
    direction: 'ltr',
    load: () => Promise.all([import('./fr.json'), import('@angular/common/locales/fr')]),
  },
  ja: {
    name: '日本語',
    direction: 'ltr',
    load: () => Promise.all([import('./ja.json'), import('@angular/common/locales/ja')]),
  },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    load: () => Promise.all([import('./ar.json'), import('@angular/common/locales/ar')]),
  },
} as const satisfies Readonly<Record<string, Language>>;

export type LanguageCode = keyof typeof offered;

export const languages: Readonly<Record<LanguageCode, Language>> = offered;

export const languageCodes = Object.keys(offered) as readonly LanguageCode[];

/** English with accents and in brackets, for those who look for words that are not marked for translation. */
export const pseudoLanguage = 'en-XA';

/** What pages can be shown in. */
export type Locale = LanguageCode | typeof pseudoLanguage;

/** Tells in which direction a language is written. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' =>
  locale === pseudoLanguage ? 'ltr' : languages[locale].direction;
