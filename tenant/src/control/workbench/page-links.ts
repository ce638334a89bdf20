import { html, type Html } from '../../ui/html.ts';

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
