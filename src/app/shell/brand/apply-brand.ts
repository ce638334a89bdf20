import type { Branding } from '../../config/ligature-config';
import { accentTokens } from './accent-tokens';

/**
 * Gives what is in an element the looks of the company: the whole document, or the frame of the pages in a portal. Called
 * before anything is drawn, so that nothing is seen to change.
 */
export function applyBrand(
  { colors, font, borderRadius }: Branding,
  { ownerDocument: document, style }: HTMLElement,
): void {
  if (colors) for (const [name, value] of accentTokens(colors)) style.setProperty(name, value);
  if (borderRadius !== undefined) {
    style.setProperty('--ligature-radius-control', `${borderRadius}px`);
    style.setProperty('--ligature-radius-card', `${borderRadius * 1.5}px`);
    style.setProperty('--ligature-radius-sheet', `${borderRadius * 2}px`);
  }
  if (font) style.setProperty('--ligature-font-brand', `'${font.family}'`);
  if (font?.url !== undefined) loadFont(font.family, new URL(font.url, document.baseURI), document);
}

/** Gives the document the icon of the company. */
export function applyIcon({ faviconUrl }: Branding, document: Document): void {
  if (faviconUrl === undefined) return;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  icon?.removeAttribute('type');
  icon?.setAttribute('href', faviconUrl);
}

function loadFont(family: string, url: URL, { fonts }: Document): void {
  // A text is drawn in another font only where its own takes long, and does not change after that.
  const face = new FontFace(family, `url(${JSON.stringify(url.href)})`, {
    ...{ weight: '100 900', display: 'fallback' },
  });
  fonts.add(face);
}
