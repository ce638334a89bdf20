import type { Reply } from '../protocol/http.ts';
import { secretId } from '../protocol/random.ts';
import { html, type Html, rawHtml } from './html.ts';
import { logo } from './marks.ts';
import type { Texts } from './texts/en.ts';

interface Page {
  readonly texts: Texts;
  readonly status?: number;
  readonly title: string;
  /** What the page shows above all else; its title, unless it says otherwise. */
  readonly heading?: string;
  /** Whose page it is; the tenant's own, unless it says otherwise. */
  readonly mark?: Html;
  /** One sentence below the heading. */
  readonly lead?: Html | string;
  /** What was wrong with the form that was sent. */
  readonly problem?: Html | string | undefined;
  readonly main: Html;
  /** What a real tenant does not have: what helps whoever tries things out. */
  readonly aside?: Html | undefined;
  /** Where in the workbench the page's own trouble is mended. */
  readonly mendedAt?: string | undefined;
  /** Where a form of the page may lead beside the tenant: browsers hold redirects to it too. */
  readonly leadsTo?: string | undefined;
}

/** A page for a person: one script of ours, no frame around it, and nothing from elsewhere. */
export function page({
  texts,
  title,
  heading = title,
  mark = logo,
  lead,
  problem,
  main,
  aside,
  mendedAt,
  leadsTo,
  status = problem === undefined ? 200 : 400,
}: Page): Reply {
  const formTargets = leadsTo === undefined ? "'self'" : `'self' ${new URL(leadsTo).origin}`;
  const content = html`${mark}
    <h1>${heading}</h1>
    ${lead === undefined ? undefined : html`<p class="lead">${lead}</p>`} ${problemAlert(problem)}
    ${main}`;

  return {
    status,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
      'x-frame-options': 'DENY',
    },
    body: documentOf(texts, title, { content, aside, mendedAt, assets: signInScript }).text,
  };
}

const signInScript = html`<script src="/_tenant/assets/sign-in.js" type="module"></script>`;

interface ScriptedPage {
  readonly texts: Texts;
  readonly title: string;
  readonly main: Html;
  /** Made safe by the caller. */
  readonly script: string;
  /** What the page may do beside running it: directives, each with its end. */
  readonly allows?: string;
  /** Who may have it in a frame. */
  readonly ancestors?: string;
  readonly headers?: Reply['headers'];
}

/** A page that does its work by itself, with the one script that it has. */
export function scriptedPage({
  texts,
  title,
  main,
  script,
  allows = '',
  ancestors = "'none'",
  headers = {},
}: ScriptedPage): Reply {
  const nonce = secretId();
  const content = html`${logo}
    <h1>${title}</h1>
    ${main}
    <script nonce="${nonce}">
      ${rawHtml(script)};
    </script>`;

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; ${allows}base-uri 'none'; frame-ancestors ${ancestors}`,
      ...headers,
    },
    body: documentOf(texts, title, { content }).text,
  };
}

/** What every page of the tenant's own sends. There is no opener policy, for popups must keep their opener (§2.4). */
export const pageHeaders: Reply['headers'] = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

type Content = Pick<Page, 'aside' | 'mendedAt'> & {
  readonly content: Html;
  readonly assets?: Html;
};

/** The frame of every page, with the words that say where one is. */
function documentOf(
  texts: Texts,
  title: string,
  { content, aside, mendedAt = '', assets }: Content,
): Html {
  const { language, direction, banner: words } = texts;
  const workbench = html`<a href="/_tenant/${mendedAt}" target="_blank">${words.workbench}</a>`;

  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      ${head(title, assets)}
      <body>
        ${banner(texts, workbench)}
        <div class="sheet">
          <main>${content}</main>
          ${aside}
        </div>
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
export function banner({ banner: words }: Texts, more?: Html): Html {
  return html`<header class="banner">
    <strong>LOCAL TENANT</strong> <span>${words.madeUp}</span> ${more}
  </header>`;
}

/** What was wrong with a form that was sent, above the form. */
export function problemAlert(problem: Html | string | undefined): Html | undefined {
  return problem === undefined
    ? undefined
    : html`<p id="problem" class="problem" role="alert">${problem}</p>`;
}
