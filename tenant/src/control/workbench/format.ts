import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Writes how far a clock was moved, in the two largest units: `+2 hours 5 minutes`. */
export function formatOffset(offsetMs: number): string {
  let restMs = Math.abs(Math.round(offsetMs / 1000) * 1000);
  const parts = units.flatMap(([unit, unitMs]) => {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;

    return count === 0 ? [] : `${count} ${unit}${count === 1 ? '' : 's'}`;
  });

  return `${offsetMs < 0 ? '−' : '+'}${parts.slice(0, 2).join(' ')}`;
}

/** Writes a time for people, in UTC as the tokens are: `2026-11-20 10:00:05`. */
export function formatTime(time: Date | string): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Writes a number with its noun: `1 fault`, `2 faults`. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

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
