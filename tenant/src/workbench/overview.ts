import { faultsOn } from '../control/fault-presets.ts';
import { html, type Html } from '../pages/html.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { actionButton } from './form.ts';
import type { Section, View } from './section.ts';
import { counted, momentWords, offsetWords } from './words.ts';
import { workbenchPage } from './workbench-page.ts';

const path = '/_tenant/';

/** `/_tenant/`: how much there is of everything, and what an application needs to find the tenant. */
export const overview: Section = {
  path,
  render: (view) =>
    workbenchPage(
      {
        ...view,
        title: 'Overview',
        lead: 'What this tenant knows right now, and how an application gets at it.',
        content: content(view),
      },
      view.state,
    ),
  actions: {
    reset: (_form, { state }) => {
      state.reset();

      return { notice: 'Everything is back to the seed.' };
    },
  },
};

function content({ state, now }: View): Html {
  return html`<ul class="tiles" aria-label="At a glance">
      ${tiles(state, now).map(
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

interface Tile {
  readonly href: string;
  readonly count: string | number;
  readonly label: string;
  readonly detail: string;
}

function tiles(state: TenantState, now: number): readonly Tile[] {
  const { users, inbox, sessions, control } = state;
  const people = users.all();
  const identities = people.reduce((sum, user) => sum + user.identities.length, 0);
  const [message] = inbox.messages(undefined);
  const [request] = control.requests.list();
  const faults = faultsOn(control.faults);
  const { offsetSeconds } = control.clock;

  return [
    {
      href: '/_tenant/people',
      count: people.length,
      label: 'People',
      detail: `with ${counted(identities, 'identity', 'identities')}`,
    },
    {
      href: '/_tenant/inbox',
      count: inbox.messages(undefined).length,
      label: 'Messages',
      detail: message === undefined ? 'none yet' : `last to ${message.to}`,
    },
    {
      href: '/_tenant/sessions',
      count: sessions.live(now).length,
      label: 'Sessions',
      detail: 'browsers that are signed in',
    },
    {
      href: '/_tenant/faults',
      count: faults,
      label: 'Faults on',
      detail: faults === 0 ? 'everything works' : 'requests go wrong',
    },
    {
      href: '/_tenant/clock',
      count: momentWords(now).slice(11, 16),
      label: 'Clock',
      detail: offsetSeconds === 0 ? 'on time (UTC)' : offsetWords(offsetSeconds),
    },
    {
      href: '/_tenant/requests',
      count: control.requests.list().length,
      label: 'Requests',
      detail: request === undefined ? 'none yet' : `last ${request.method} ${request.path}`,
    },
    {
      href: '/_tenant/snapshots',
      count: control.snapshots.size,
      label: 'Snapshots',
      detail: 'to go back to',
    },
    {
      href: '/_tenant/settings',
      count: state.rateLimit.perSecond,
      label: 'Calls per second',
      detail: `${state.rateLimit.burst} at once`,
    },
  ];
}

function facts(state: TenantState): readonly (readonly [string, string])[] {
  const [client] = state.clients.values();

  return [
    ['Domain', state.issuer.slice(0, -1)],
    ['Client ID', client?.client_id ?? ''],
    ['Audience', state.managementAudience],
    ['Control plane', `${state.issuer}_tenant/api`],
  ];
}
