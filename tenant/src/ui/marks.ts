import type { Connection } from '../state/config/connection.ts';
import { html, type Html } from './html.ts';

/** The application's own mark, at the top of the tenant's own pages. */
export const logo = html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" />
  <g fill="none" stroke="#fff" stroke-width="2.6">
    <rect x="6" y="9" width="13" height="10" rx="3" />
    <rect class="front" x="13" y="13" width="13" height="10" rx="3" />
  </g>
</svg>`;

/** Each strategy whose provider has a mark, and the file of it in `assets/providers`. */
const files: ReadonlyMap<string, string> = new Map([
  ['google-oauth2', 'google'],
  ['github', 'github'],
  ['facebook', 'facebook'],
  ['linkedin', 'linkedin'],
  ['windowslive', 'microsoft'],
  ['waad', 'microsoft'],
  ['apple', 'apple'],
  ['twitter', 'x'],
  ['okta', 'okta'],
]);

/** A company that signs its people in itself. */
const company = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M10 12h4M10 8h4M14 21v-3a2 2 0 0 0-4 0v3M6 10H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16"
  />
</svg>`;

/** The mark of a provider, beside its name; it says nothing that the name does not. */
export function providerMark({ strategy }: Connection): Html {
  const file = files.get(strategy);

  return file === undefined
    ? company
    : html`<img class="mark" src="/_tenant/assets/providers/${file}.svg" alt="" />`;
}
