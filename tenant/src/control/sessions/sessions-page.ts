import { accountLabel, identityKey } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { shownName } from '../../ui/shown-name.ts';
import { notThere } from '../control-call.ts';
import { actionButton, actionForm, selectInput } from '../workbench/form.ts';
import { cardList, connectionLabel, formatCount, timeTag } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import { expireSession, type SessionShape, sessionShapes, startSession } from './sessions.ts';

const path = '/_tenant/sessions';

/** More people than this are found on their own page. */
const mostChoices = 200;

/** `/_tenant/sessions`: the browsers that are signed in at the tenant. */
export const sessions: Section = {
  path,
  title: 'Sessions',
  lead: 'The browsers that are signed in at this tenant. Each browser has one session at a time.',
  content,
  actions: {
    start: (form, view) => {
      const { state } = view;
      const key = form['identity'] ?? '';
      const holding = state.users.holdingOf(key);
      if (holding === undefined) throw notThere(`identity ${key}`);
      const { user, identity } = holding;
      const { setCookie } = startSession({ user, connection: identity.connection }, view);

      return {
        notice: `This browser is signed in as ${shownName(accountLabel(identity))}.`,
        setCookie,
      };
    },
    expire: (form, view) => {
      if (!expireSession(form['id'] ?? '', view)) throw notThere('such session any more');

      return { notice: 'The session has ended.' };
    },
    'expire-all': (_form, { state }) => {
      state.signIns.sessions.clear();

      return { notice: 'Nobody is signed in any more.' };
    },
  },
};

function content(view: View): Html {
  const { state } = view;
  const all = sessionShapes(view);

  return html`<section aria-labelledby="sign-in" class="panel">
      <h2 id="sign-in">Sign this browser in</h2>
      ${actionForm(state, `${path}/start`, {
        content: html`${selectInput('identity', 'As', { options: choices(state) })}
          <button class="primary">Sign in</button>`,
        attributes: html`class="row"`,
      })}
    </section>
    <div class="bar">
      <p class="count">${formatCount(all.length, 'session')}</p>
      ${
        all.length === 0
          ? undefined
          : actionButton(state, `${path}/expire-all`, { label: 'End all sessions', kind: 'danger' })
      }
    </div>
    ${cardList(
      'Sessions',
      all.map((session) => sessionCard(session, state)),
      html`Nobody is signed in. Sign this browser in above, or sign in to the application.`,
    )}`;
}

function choices(state: TenantState): readonly (readonly [string, string])[] {
  return state.users
    .all()
    .filter(({ blocked }) => blocked !== true)
    .flatMap(({ identities }) => identities)
    .slice(0, mostChoices)
    .map((identity) => [
      identityKey(identity),
      `${shownName(accountLabel(identity))} · ${connectionLabel(identity.connection, state)}`,
    ]);
}

function sessionCard(session: SessionShape, state: TenantState): Html {
  const { account, name = account } = session;

  return html`<li class="card">
    <div class="card-head">
      <div>
        <h2>
          ${name} ${session.current ? html`<span class="tag good">This browser</span>` : undefined}
        </h2>
        <p>
          ${account} by ${connectionLabel(session.connection, state)} since
          ${timeTag(session.started_at)}, until ${timeTag(session.expires_at)} UTC
        </p>
      </div>
      ${actionButton(state, `${path}/expire`, {
        label: 'End session',
        about: `the session of ${name}`,
        fields: { id: session.id },
      })}
    </div>
  </li> `;
}
