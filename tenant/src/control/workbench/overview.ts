import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { actionButton } from './form.ts';
import { tiles } from './overview-tiles.ts';
import type { Section, View } from './section.ts';

const path = '/_tenant/';

/** `/_tenant/`: how much there is of everything, and what an application needs to find the tenant. */
export const overview: Section = {
  path,
  title: 'Overview',
  lead: 'What this tenant knows right now, and how an application gets at it.',
  content,
  actions: {
    reset: (_form, { state }) => {
      state.reset();

      return { notice: 'Everything is back to the seed.' };
    },
  },
};

function content(view: View): Html {
  const { state } = view;
  return html`<ul class="tiles" aria-label="At a glance">
      ${tiles(view).map(
        ({ href, count, label, detail }) =>
          html`<li>
            <a href="${href}"><strong>${count}</strong> <span>${label}</span></a>
            <small>${detail}</small>
          </li> `,
      )}
    </ul>
    <section aria-labelledby="connect">
      <h2 id="connect">For the application</h2>
      <dl class="facts">
        ${facts(state).map(
          ([term, value]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>
                <code>${value}</code>
                <button type="button" class="secondary" data-copy="${value}" hidden>
                  Copy<span class="unseen"> ${term}</span>
                </button>
              </dd>
            </div> `,
        )}
      </dl>
    </section>
    <section aria-labelledby="again" class="split">
      <div>
        <h2 id="again">Start over</h2>
        <p>
          People, sessions, tokens, messages, faults and the clock go back to how they began. Named
          snapshots and the signing key stay.
        </p>
      </div>
      ${actionButton(state, `${path}reset`, { label: 'Reset to the seed', kind: 'danger' })}
    </section>`;
}

function facts(state: TenantState): readonly (readonly [string, string])[] {
  const [client] = state.config.clients.values();

  return [
    ['Domain', state.issuer.slice(0, -1)],
    ['Client ID', client?.client_id ?? ''],
    ['Audience', state.managementAudience],
    ['Control plane', `${state.issuer}_tenant/api`],
  ];
}
