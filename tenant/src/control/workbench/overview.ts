import { homeOf } from '../../state/config/client.ts';
import { faultsOn } from '../../state/control/fault-presets.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import { likelyApp } from '../../ui/app-link.ts';
import { html, type Html } from '../../ui/html.ts';
import { actionButton } from './form.ts';
import { factList, formatCount, formatOffset, formatTime } from './format.ts';
import type { Section, View } from './section.ts';

const path = '/_tenant/';

/** `/_tenant/`: how much there is of everything, and what an application needs to find the tenant. */
export const overview: Section = {
  path,
  title: 'Overview',
  lead: 'What this tenant knows right now, and how an application reaches it.',
  content,
  actions: {
    reset: (_form, { state }) => {
      state.reset();
      return { notice: 'Everything was reset to what the files say now.' };
    },
  },
};

function content(view: View): Html {
  const { state } = view;
  return html`${tryIt(state)}
    <ul class="tiles" aria-label="At a glance">
      ${tiles(view).map(
        ([page, count, label, detail]) =>
          html`<li>
            <a href="${path}${page}"><strong>${count}</strong> <span>${label}</span></a>
            <small>${detail}</small>
          </li> `,
      )}
    </ul>
    <section aria-labelledby="connect">
      <h2 id="connect">For the application</h2>
      ${factList(facts(state).map(([term, value]) => [term, copied(term, value)]))}
    </section>
    <section aria-labelledby="again" class="split">
      <div>
        <h2 id="again">Start over</h2>
        <p>
          People, sessions, tokens, messages, faults and the clock go back to how they began, and
          the tenant loads its files again. Named snapshots and the signing key stay.
        </p>
      </div>
      <button type="button" class="danger" popovertarget="reset">Reset the tenant</button>
      ${resetQuestion(view)}
    </section>`;
}

/** The way to try all this out: whatever a sign-in needs stands beside its form. */
function tryIt(state: TenantState): Html | undefined {
  const app = likelyApp(state);
  const home = app && homeOf(app);

  return home === undefined
    ? undefined
    : html`<section class="panel split" aria-labelledby="try">
        <div>
          <h2 id="try">Try it</h2>
          <p>Sign in as one of the test people: one click fills in the form.</p>
        </div>
        <a class="button" href="${home}" target="_blank">Open the application</a>
      </section>`;
}

/** Asks before everything is gone that was made here, and says how much that is. */
function resetQuestion({ state, nowMs }: Moment): Html {
  const { inbox, signIns, control } = state;
  const counts = [
    [inbox.messages(undefined).length, 'message'],
    [signIns.sessions.live(nowMs).length, 'session'],
    [faultsOn(control.faults), 'fault'],
  ] as const;
  const lost = counts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `, ${formatCount(count, noun)}`);

  return html`<div id="reset" class="question" popover role="dialog" aria-labelledby="reset-title">
    <h2 id="reset-title">Reset the tenant?</h2>
    <p>
      Everything that was changed since the start is lost: people, settings, tokens, the
      clock${lost.join('')}.
    </p>
    <div class="buttons">
      ${actionButton(state, `${path}reset`, { label: 'Reset everything', kind: 'danger' })}
      <button
        type="button"
        class="secondary"
        popovertarget="reset"
        popovertargetaction="hide"
        autofocus
      >
        Cancel
      </button>
    </div>
  </div>`;
}

type Tile = readonly [page: string, count: string | number, label: string, detail: string];

/** How much there is of everything, and the last of it. */
function tiles({ state, nowMs }: Moment): readonly Tile[] {
  const { users, inbox, signIns, control } = state;
  const { burst, perSecond } = state.config.rateLimit;
  const people = users.all();
  const identities = people.reduce((sum, user) => sum + user.identities.length, 0);
  const messages = inbox.messages(undefined);
  const lastTo = messages[0]?.to;
  const asked = control.requests.list();
  const last = asked[0];
  const faults = faultsOn(control.faults);
  const time = formatTime(new Date(nowMs)).slice(11, 16);
  const { offsetMs } = control.clock;
  return [
    ['people', people.length, 'People', `with ${formatCount(identities, 'sign-in method')}`],
    ['inbox', messages.length, 'Messages', lastTo === undefined ? 'none yet' : `last to ${lastTo}`],
    ['sessions', signIns.sessions.live(nowMs).length, 'Sessions', 'browsers that are signed in'],
    ['faults', faults, 'Faults on', faults === 0 ? 'everything works' : 'requests go wrong'],
    ['clock', time, 'Clock', offsetMs === 0 ? 'on time (UTC)' : formatOffset(offsetMs)],
    ['requests', asked.length, 'Requests', last ? `last ${last.method} ${last.path}` : 'none yet'],
    ['snapshots', control.snapshots.size, 'Snapshots', 'to go back to'],
    ['settings', perSecond, 'Calls per second', `${burst} at once`],
  ];
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

/** A value with a button that copies it. */
function copied(term: string, value: string): Html {
  return html`<code>${value}</code>
    <button type="button" class="secondary" data-copy="${value}" hidden>
      Copy<span class="unseen"> ${term}</span>
    </button>`;
}
