import { connectionKind, type Mark } from '../state/config/connection-kinds.ts';
import { html, type Html } from './html.ts';

/** The application's own mark, at the top of the tenant's own pages. */
export const logo = html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" />
  <g fill="none" stroke="#fff" stroke-width="2.6">
    <rect x="6" y="9" width="13" height="10" rx="3" />
    <rect class="front" x="13" y="13" width="13" height="10" rx="3" />
  </g>
</svg>`;

/** What kind of sign-in it is where the provider has no mark, as the application draws it: the paths of Lucide. */
const drawings: ReadonlyMap<Mark, string> = new Map<Mark, string>([
  [
    'password',
    'M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4zM16.5 7.5h.01',
  ],
  ['phone', 'M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM12 18h.01'],
  [
    'email',
    'm22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
  ],
  [
    'company',
    'M10 12h4M10 8h4M14 21v-3a2 2 0 0 0-4 0v3M6 10H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16',
  ],
]);

/** The mark of a sign-in, beside its name; it says nothing that the name does not. */
export function strategyMark(strategy: string): Html {
  const { mark } = connectionKind(strategy);
  const drawing = drawings.get(mark);

  return drawing === undefined
    ? html`<img class="mark" src="/_tenant/assets/providers/${mark}.svg" alt="" />`
    : html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="${drawing}" /></svg>`;
}
