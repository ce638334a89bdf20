import { parameter } from '../../protocol/http.ts';
import { channels } from '../../state/config/channels.ts';
import type { Message } from '../../state/inbox.ts';
import { html, type Html } from '../../ui/html.ts';
import { actionButton, actionForm, checkedFields, textInput } from '../workbench/form.ts';
import { cardList, timeTag } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import { normalAddress, fixCode } from './inbox-endpoints.ts';

const path = '/_tenant/inbox';

/** `/_tenant/inbox`: what the tenant would have sent, the code large enough to read out. */
export const inbox: Section = {
  path,
  title: 'Inbox',
  lead: 'Codes and links that a real tenant would send. New ones appear by themselves.',
  content,
  actions: {
    fix: (form, { state }) => {
      fixCode(checkedFields({ to: form['address'], code: form['code'] }), state);

      return {
        notice: `The code of ${form['address'] ?? ''} is always ${form['code'] ?? ''} from now on.`,
      };
    },
    release: (form, { state }) => {
      state.signIns.fixedCodes.delete(normalAddress(form['address'] ?? ''));

      return { notice: 'That address gets a new code each time again.' };
    },
    clear: (_form, { state }) => {
      state.inbox.clear();

      return { notice: 'The inbox is empty.' };
    },
  },
};

function content(view: View): Html {
  const { request, state } = view;
  const to = parameter(request.query, 'to') ?? '';
  const live = `${path}/live?${new URLSearchParams({ to }).toString()}`;

  return html`<div class="bar">
      <form method="get" action="${path}" role="search" class="filter">
        ${textInput('to', 'Recipient', { value: to, type: 'search' })}
        <button class="secondary">Filter</button>
      </form>
      ${actionButton(state, `${path}/clear`, { label: 'Empty the inbox', kind: 'quiet' })}
    </div>
    <div
      data-live="${live}"
      data-version="${state.inbox.changes.count}"
      data-announce="The inbox has changed"
    >
      ${messageList(view)}
    </div>
    ${fixedCodes(view)}`;
}

/** The messages alone, for the page that is open already. */
export function messageList({ request, state }: View): Html {
  const to = parameter(request.query, 'to')?.toLowerCase() ?? '';
  const messages = state.inbox
    .messages(undefined)
    .filter((message) => message.to.toLowerCase().includes(to));
  return cardList(
    'Messages',
    messages.map(messageCard),
    html`No message${to === '' ? undefined : ` for “${to}”`} yet. Ask for a code in the application.`,
  );
}

function messageCard({ to, channel, code, link, at }: Message): Html {
  return html`<li class="card message">
    <div>
      <h2>${to}</h2>
      <p>${channels[channel].label} · ${timeTag(at)}</p>
      ${link === undefined ? undefined : html`<p><a href="${link}">Open the link</a></p>`}
    </div>
    ${
      code === undefined
        ? undefined
        : html`<div class="code">
            <output aria-label="Code for ${to}">${code}</output>
            <button type="button" class="secondary" data-copy="${code}" hidden>Copy</button>
          </div>`
    }
  </li> `;
}

function fixedCodes({ state, form }: View): Html {
  return html`<section aria-labelledby="fixed">
    <h2 id="fixed">Always the same code</h2>
    <p>
      For tests that cannot look here: the tenant sends the same code to this address every time.
    </p>
    ${actionForm(state, `${path}/fix`, {
      content: html`${textInput('address', 'Phone number or email address', { value: form?.['address'] ?? '' })}
        ${textInput('code', 'Code', {
          value: form?.['code'] ?? '',
          attributes: html`inputmode="numeric"`,
        })} <button class="secondary">Set the code</button>`,
      attributes: html`class="row"`,
    })}
    <ul class="rows" aria-label="Fixed codes">
      ${[...state.signIns.fixedCodes].map(
        ([to, code]) =>
          html`<li>
            <span>${to}</span> <code>${code}</code>
            ${actionButton(state, `${path}/release`, {
              label: 'Remove',
              about: `the code of ${to}`,
              fields: { address: to },
              kind: 'quiet',
            })}
          </li> `,
      )}
    </ul>
  </section>`;
}
