import { pictureOf } from '../state/people/picture.ts';
import { accountLabel, type Identity } from '../state/people/user.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { html, type Html } from './html.ts';
import { shownName } from './shown-name.ts';
import type { Texts } from './texts/en.ts';

/** As many as fit beside the form; the workbench has all of them. */
const mostPeople = 6;

interface TestPeople {
  readonly texts: Texts;
  readonly state: TenantState;
  /** Whose accounts the page takes. */
  readonly connections: readonly string[];
  /** What the form has for each of them, by the names of its fields; nothing for those it does not take. */
  readonly fields: (identity: Identity) => Readonly<Record<string, string>> | undefined;
}

/** The people of the tenant, beside a form that they can fill in: nobody here has to be remembered. */
export function testPeople({ texts, state, connections, fields }: TestPeople): Html | undefined {
  const people = connections
    .flatMap((name) => state.users.holdingsOf(name))
    .flatMap(({ identity }) => {
      const fill = fields(identity);

      return fill === undefined ? [] : [{ identity, fill }];
    })
    .slice(0, mostPeople);
  if (people.length === 0) return undefined;

  return html`<aside class="scripted" aria-labelledby="test-people">
    <div class="heading">
      <h2 id="test-people">${texts.test.people}</h2>
      <small>${texts.test.choose}</small>
    </div>
    <ul class="people">
      ${people.map(({ identity, fill }) => personButton(identity, fill))}
    </ul>
    ${workbenchLinks(texts, state)}
  </aside>`;
}

function personButton(identity: Identity, fill: Readonly<Record<string, string>>): Html {
  const label = accountLabel(identity);
  const { name = label } = identity.profile;

  return html`<li>
    <button type="button" data-fill="${JSON.stringify(fill)}">
      <img src="${pictureOf(identity.profile, '/')}" alt="" width="36" height="36" />
      <span>
        <strong>${shownName(name)}</strong>
        ${name === label ? undefined : html`<small>${shownName(label)}</small>`}
      </span>
    </button>
  </li> `;
}

/** The newest message to an address, and what puts its code into the form. */
export function messageBeside(texts: Texts, address: string, state: TenantState): Html {
  const [message] = state.inbox.messages(address);
  const code = message?.code;

  return html`<aside aria-labelledby="message">
    <div class="heading"><h2 id="message">${texts.test.message}</h2></div>
    ${
      code === undefined
        ? html`<p class="none">${texts.test.noMessage}</p>`
        : html`<div class="came">
            <output>${code}</output>
            <button
              type="button"
              class="secondary scripted"
              data-fill="${JSON.stringify({ code })}"
            >
              ${texts.test.fillIn(code)}
            </button>
          </div>`
    }
    ${workbenchLinks(texts, state)}
  </aside>`;
}

/** The ways to the workbench that help while one signs in; the sign-in stays open where it is. */
export function workbenchLinks({ test }: Texts, { inbox }: TenantState): Html {
  const count = inbox.messages(undefined).length;

  return html`<p class="aside">
    <a href="/_tenant/inbox" target="_blank">${test.inbox}${count === 0 ? '' : ` (${count})`}</a>
    <a href="/_tenant/people" target="_blank">${test.edit}</a>
    <a href="/_tenant/#again" target="_blank">${test.reset}</a>
  </p>`;
}
