import type { Reply } from '../protocol/reply.ts';
import { html, type Html } from './html.ts';

interface Page {
  readonly status?: number;
  readonly title: string;
  readonly main: Html;
  /** Where a form of the page may lead beside the tenant: browsers hold redirects to it too. */
  readonly leadsTo?: string;
}

/** A page for a person: no script, no frame around it, and nothing from elsewhere. */
export function page({ status = 200, title, main, leadsTo }: Page): Reply {
  const formTargets = leadsTo === undefined ? "'self'" : `'self' ${new URL(leadsTo).origin}`;

  return {
    status,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
      'x-frame-options': 'DENY',
    },
    body: documentOf(title, main).text,
  };
}

/** What every page of the tenant's own sends. There is no opener policy, for popups must keep their opener (§2.4). */
export const pageHeaders: Reply['headers'] = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** The frame of every page, with the words that say where one is. */
export function documentOf(title: string, main: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      ${head(title)}
      <body>
        ${banner()}
        <main>${main}</main>
      </body>
    </html> `;
}

/** What a browser is told of every page: one look, no icon, and whatever else the page loads. */
export function head(title: string, more?: Html): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} – Local tenant</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/_tenant/assets/tenant.css" />
    ${more}
  </head>`;
}

/** Says on every page where one is. */
export function banner(more?: Html): Html {
  return html`<header class="banner">
    <strong>LOCAL TENANT</strong> <span>Every account here is made up.</span> ${more}
  </header>`;
}
