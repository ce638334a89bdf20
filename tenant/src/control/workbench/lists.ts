import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { formatTime } from './format.ts';

/** Terms, and what is to be said of each. */
export function factList(
  facts: readonly (readonly [term: string, value: string | Html])[],
  kind: 'facts' | 'facts small' = 'facts',
): Html {
  return html`<dl class="${kind}">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

/** Cards under a name for those who do not see them, or a sentence when there is none. */
export function cardList(label: string, cards: readonly Html[], none: Html): Html {
  return cards.length === 0
    ? html`<p class="empty">${none}</p>`
    : html`<ul class="cards" aria-label="${label}">
        ${cards}
      </ul>`;
}

/** A time that machines can read as well. */
export function timeTag(time: string): Html {
  return html`<time datetime="${time}">${formatTime(time)}</time>`;
}

/** What people call a connection. */
export function connectionLabel(name: string, { config }: TenantState): string {
  return config.connections.get(name)?.display_name ?? name;
}

interface Pages {
  readonly search: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** The way to the pages before and after this one, if there are any. */
export function pageLinks(path: string, { search, page, pages }: Pages): Html | undefined {
  if (pages < 2) return undefined;
  const address = (to: number) =>
    `${path}?${new URLSearchParams({ q: search, page: String(to) }).toString()}`;
  return html`<nav class="pages" aria-label="Pages">
    ${page > 0 ? html`<a href="${address(page - 1)}">Previous</a>` : undefined}
    <span>Page ${page + 1} of ${pages}</span>
    ${page + 1 < pages ? html`<a href="${address(page + 1)}">Next</a>` : undefined}
  </nav>`;
}
