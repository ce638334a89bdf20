import { pictureOf } from '../../state/people/picture.ts';
import { accountLabel, type Identity, identityKey, type User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { strategyMark } from '../../ui/marks.ts';
import { shownName } from '../../ui/shown-name.ts';
import { actionButton, actionForm, type FormFields } from '../workbench/form.ts';
import { connectionLabel, formatTime } from '../workbench/format.ts';
import type { View } from '../workbench/section.ts';

const path = '/_tenant/people';

/** One account: its identities as rows, and what can be done with it. */
export function personCard(user: User, { state, form }: View, search: string): Html {
  const typed = form?.['user_id'] === user.user_id ? form : undefined;
  const [first] = user.identities;
  const name = shownName(first.profile.name ?? accountLabel(first));
  const own = { user_id: user.user_id };

  return html`<li class="card">
    <div class="card-head">
      <img src="${pictureOf(first.profile, '/')}" alt="" width="40" height="40" loading="lazy" />
      <div class="who">
        <h2>
          ${name} ${user.blocked === true ? html`<span class="tag bad">Blocked</span>` : undefined}
        </h2>
        <code class="id">${user.user_id}</code>
      </div>
      <div class="buttons">
        ${actionButton(state, `${path}/sign-in`, { label: 'Sign in as', about: name, fields: own })}
        ${actionButton(state, `${path}/block`, {
          label: user.blocked === true ? 'Unblock' : 'Block',
          about: name,
          fields: { ...own, blocked: user.blocked === true ? 'no' : 'yes' },
        })}
      </div>
    </div>
    <ul class="identities" aria-label="Sign-in methods of ${name}">
      ${user.identities.map((identity, index) => identityRow(user, { identity, isFirst: index === 0 }, state))}
    </ul>
    <details class="more" ${search === user.user_id ? html`open` : undefined}>
      <summary>More<span class="unseen"> about ${name}</span></summary>
      ${more(user, { name, state, typed })}
    </details>
  </li> `;
}

/** What is known of a person beside the account itself. */
interface Known {
  readonly name: string;
  readonly state: TenantState;
  /** What was typed into their form, if it was refused. */
  readonly typed: FormFields | undefined;
}

function identityRow(
  user: User,
  { identity, isFirst }: { readonly identity: Identity; readonly isFirst: boolean },
  state: TenantState,
): Html {
  const { connection, profile } = identity;
  const label = shownName(accountLabel(identity));
  const key = identityKey(identity);
  const claim = profile.email !== undefined ? 'email' : 'phone';
  const isVerified = (claim === 'email' ? profile.email_verified : profile.phone_verified) === true;
  const fields = { user_id: user.user_id, identity: key };
  const about = `${connection} ${label}`;

  return html`<li>
    <span class="connection">
      ${strategyMark(identity.provider)} ${connectionLabel(connection, state)}
    </span>
    <span class="account-label">${label} ${isFirst ? undefined : html`<code>${key}</code>`}</span>
    <span class="tags">
      ${isFirst ? html`<span class="tag">Main</span>` : undefined}
      ${
        isVerified
          ? html`<span class="tag good">Verified</span>`
          : html`<span class="tag bad">Not verified</span>`
      }
    </span>
    <span class="buttons">
      ${actionButton(state, `${path}/verify`, {
        label: isVerified ? 'Mark as not verified' : 'Mark as verified',
        about,
        fields: { ...fields, claim, verified: isVerified ? 'no' : 'yes' },
        kind: 'quiet',
      })}
      ${
        isFirst
          ? undefined
          : actionButton(state, `${path}/unlink`, { label: 'Unlink', about, fields, kind: 'quiet' })
      }
    </span>
  </li> `;
}

function more(user: User, { name, state, typed }: Known): Html {
  const { user_id: id, last_login: lastLogin } = user;

  return html`<p>
      Created ${formatTime(user.created_at)}, changed ${formatTime(user.updated_at)}, last sign-in
      ${lastLogin === undefined ? 'never' : formatTime(lastLogin)}.
    </p>
    ${actionForm(state, `${path}/metadata`, {
      content: html`<input type="hidden" name="user_id" value="${id}" />
        <div class="columns">
          ${metadata('user_metadata', user, typed)} ${metadata('app_metadata', user, typed)}
        </div>
        <button class="secondary">
          Save<span class="unseen"> the metadata of ${name}</span>
        </button>`,
      attributes: html`class="metadata"`,
    })}
    <div class="columns">
      ${actionForm(state, `${path}/link`, {
        content: html`<input type="hidden" name="user_id" value="${id}" />
          <div class="field">
            <label for="link-${id}">Link another account to ${name}</label>
            <input
              id="link-${id}"
              name="secondary"
              placeholder="google-oauth2|…"
              autocomplete="off"
              required
            />
          </div>
          <button class="secondary">Link</button>`,
        attributes: html`class="row"`,
      })}
      ${actionButton(state, `${path}/delete`, {
        label: 'Delete',
        about: name,
        fields: { user_id: id },
        kind: 'danger',
      })}
    </div>`;
}

/** Metadata as JSON, to be changed where it stands; what was typed stays when it was wrong. */
function metadata(
  name: 'user_metadata' | 'app_metadata',
  user: User,
  typed: FormFields | undefined,
): Html {
  const value = user[name];
  const text = typed?.[name] ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  const id = `${name}-${user.user_id}`;

  return html`<div class="field">
    <label for="${id}">${name}</label>
    <textarea
      id="${id}"
      name="${name}"
      rows="${Math.min(Math.max(text.split('\n').length, 3), 16)}"
      placeholder="Never set"
      autocapitalize="none"
      autocomplete="off"
      spellcheck="false"
    >
${text}</textarea>
  </div> `;
}
