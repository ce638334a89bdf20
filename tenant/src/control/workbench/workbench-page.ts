import type { Reply } from '../../protocol/http.ts';
import { faultsOn } from '../../state/control/fault-presets.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { banner, head, pageHeaders, problemAlert } from '../../ui/layout.ts';
import { en } from '../../ui/texts/en.ts';
import { formatCount, formatOffset } from './format.ts';
import type { Section, View } from './section.ts';

const assets = html`<link rel="stylesheet" href="/_tenant/assets/workbench.css" />
  <script src="/_tenant/assets/workbench.js" type="module"></script>`;

/** A page of the workbench: one script of ours, nothing from elsewhere, and no frame around it. */
export function workbenchPage(
  { path, title, lead, content }: Section,
  view: View,
  sections: readonly Section[],
): Reply {
  const { notice, refusal } = view;
  return {
    status: refusal?.status ?? 200,
    headers: {
      ...pageHeaders,
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
    },
    body: html`<!doctype html>
      <html lang="en">
        ${head(title, assets)}
        <body class="workbench">
          <a class="skip" href="#main">Skip to the page</a>
          ${banner(en, warnings(view.state))} ${navigation(path, sections)}
          <main id="main" tabindex="-1">
            <h1>${title}</h1>
            <p class="lead">${lead}</p>
            ${notice === undefined ? undefined : html`<p class="notice" role="status">${notice}</p>`}
            ${problemAlert(refusal?.message)} ${content(view)}
          </main>
        </body>
      </html> `.text,
  };
}

function navigation(current: string, sections: readonly Section[]): Html {
  return html`<nav aria-label="Workbench">
    <ul>
      ${sections.map(
        ({ path, title }) =>
          html`<li>
            <a href="${path}" ${path === current ? html`aria-current="page"` : undefined}
              >${title}</a
            >
          </li> `,
      )}
    </ul>
  </nav>`;
}

/** What makes the tenant behave unlike itself, so that nobody forgets to turn it off. */
function warnings({ control }: TenantState): Html {
  const { offsetMs } = control.clock;
  const faults = faultsOn(control.faults);
  return html`${
    faults === 0
      ? undefined
      : html`<a class="warning" href="/_tenant/faults">${formatCount(faults, 'fault')} on</a> `
  }${
    offsetMs === 0
      ? undefined
      : html`<a class="warning" href="/_tenant/clock">Clock ${formatOffset(offsetMs)}</a>`
  }`;
}
