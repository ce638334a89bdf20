import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import {
  actionButton,
  actionForm,
  checkedFields,
  numberOf,
  selectInput,
  textInput,
} from '../workbench/form.ts';
import { factList, formatOffset, formatTime } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import { readOffsetMs } from './clock-endpoints.ts';

const path = '/_tenant/clock';

const steps = [
  ['−1 day', -86_400],
  ['−1 hour', -3600],
  ['−5 minutes', -300],
  ['+5 minutes', 300],
  ['+1 hour', 3600],
  ['+1 day', 86_400],
] as const;

const unitSeconds: Readonly<Record<string, number>> = { minutes: 60, hours: 3600, days: 86_400 };

/** `/_tenant/clock`: moves the time that tokens, codes and sessions live by. */
export const clock: Section = {
  path,
  title: 'Clock',
  lead: 'Tokens, codes, sessions and auth_time go by this clock. The application keeps its own.',
  content,
  actions: {
    move: (form, { state }) => {
      const amount = numberOf(form['seconds'] ?? form['amount'] ?? 'nothing');
      const seconds =
        typeof amount === 'number' ? amount * (unitSeconds[form['unit'] ?? ''] ?? 1) : amount;
      const to =
        typeof seconds === 'number' ? state.control.clock.offsetMs / 1000 + seconds : seconds;
      state.control.clock.offsetMs = readOffsetMs(checkedFields({ offsetSeconds: to }));

      return { notice: 'The clock was moved.' };
    },
    now: (_form, { state }) => {
      state.control.clock.clear();

      return { notice: 'The clock shows the real time again.' };
    },
  },
};

function content({ state, nowMs, form }: View): Html {
  const { offsetMs } = state.control.clock;

  return html`<section class="panel time" aria-labelledby="tenant-time">
      <h2 id="tenant-time">The tenant’s time</h2>
      <p class="big">
        <time datetime="${new Date(nowMs).toISOString()}">${formatTime(new Date(nowMs))}</time> UTC
      </p>
      <p>
        ${
          offsetMs === 0
            ? 'This is the machine’s time.'
            : `${formatOffset(offsetMs)} from the machine’s time.`
        }
      </p>
    </section>
    <section aria-labelledby="move">
      <h2 id="move">Move the clock</h2>
      <div class="buttons">
        ${steps.map(([label, seconds]) =>
          actionButton(state, `${path}/move`, { label, fields: { seconds: `${seconds}` } }),
        )}
      </div>
      ${actionForm(state, `${path}/move`, {
        content: html`${textInput('amount', 'By', {
            value: form?.['amount'] ?? '10',
            attributes: html`inputmode="decimal"`,
          })}
          ${selectInput('unit', 'Unit', {
            options: Object.keys(unitSeconds).map((unit) => [unit, unit]),
            selected: form?.['unit'] ?? 'hours',
          })} <button class="secondary">Move</button>`,
        attributes: html`class="row"`,
      })}
      ${actionButton(state, `${path}/now`, { label: 'Back to the real time', kind: 'primary' })}
    </section>
    <section aria-labelledby="ends">
      <h2 id="ends">What ends when</h2>
      ${factList(lifetimes(state))}
    </section>`;
}

function lifetimes({ config }: TenantState) {
  const { accessTokenMs, sessionMs, idleSessionMs } = config.lifetimes;
  const [client] = config.clients.values();
  const idTokenMs = (client?.jwt_configuration.lifetime_in_seconds ?? 0) * 1000;
  const ends = [
    ['Access tokens', accessTokenMs],
    ['ID tokens, and so link_with', idTokenMs],
    ['Sessions', sessionMs],
    ['Sessions that nobody uses', idleSessionMs],
  ] as const;

  return ends.map(([what, afterMs]) => [what, formatOffset(afterMs).slice(1)] as const);
}
