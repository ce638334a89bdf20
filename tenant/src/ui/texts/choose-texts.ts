import type { TenantRequest } from '../../protocol/http.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

const languages: ReadonlyMap<string, Texts> = new Map(
  [en, de, fr, es, ja, ar].map((texts) => [texts.language, texts]),
);

/**
 * Chooses the language of a page as Auth0 does: the first of `ui_locales`, else the first of `Accept-Language`, that
 * the tenant has enabled; else the tenant's own, which is the first that it has enabled. How near a language has to
 * come is not documented: here `de-AT` is German, and `fr` is `fr-FR`.
 */
export function chooseTexts(
  { query, headers }: Pick<TenantRequest, 'query' | 'headers'>,
  { config: { settings } }: TenantState,
): Texts {
  const enabled = settings.enabledLocales.map(languageIn);
  const language = [
    query.get('ui_locales') ?? '',
    ...acceptedIn(headers.get('accept-language') ?? ''),
  ]
    .map(languageIn)
    .find((each) => enabled.includes(each) && languages.has(each));

  return languages.get(language ?? enabled[0] ?? '') ?? en;
}

/** The language that a request names, where nobody can be asked for another. */
export const textsIn = (uiLocales = ''): Texts => languages.get(languageIn(uiLocales)) ?? en;

/** What a browser would like, the dearest first (RFC 9110 §12.5.4). */
function acceptedIn(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.split(';q=');

      return { tag: tag.trim(), quality: quality === '' ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

const languageIn = (tag: string): string => tag.toLowerCase().split(/[- ]/)[0] ?? '';
