import type { Client } from '../../state/config/client.ts';
import { html, type Html } from '../../ui/html.ts';
import { actionForm, type FormFields } from '../workbench/form.ts';
import type { View } from '../workbench/section.ts';
import { typedSettings, type TypedSetting } from './typed-settings.ts';

const grants = [
  ...['authorization_code', 'refresh_token', 'implicit', 'password', 'client_credentials'],
  ...['http://auth0.com/oauth/grant-type/password-realm'],
  ...['http://auth0.com/oauth/grant-type/passwordless/otp'],
];

/** The grants that a client has or can be given, its own first. */
export function offeredGrants({ grant_types: own }: Client): readonly string[] {
  return [...new Set([...own, ...grants])];
}

/** One application and the form of its settings, which is folded where nobody signs in. */
export function applicationCard(client: Client, view: View): Html {
  const { client_id: id, name } = client;
  const typed = view.form?.['client_id'] === id ? view.form : undefined;
  const isSaved = view.notice !== undefined && view.request.query.get('q') === id;
  const form = settingsForm(client, view, typed);
  const isOpen = isSaved || typed !== undefined;

  return html`<li class="card" id="application-${id}">
    <div class="card-head">
      <div class="who">
        <h2>${name}</h2>
        <code class="id">${id}</code>
      </div>
      ${isSaved ? html`<span class="tag good">Saved</span>` : undefined}
      ${typed === undefined ? undefined : html`<span class="tag bad">Not saved</span>`}
    </div>
    ${
      client.app_type === 'non_interactive'
        ? html`<details class="more" ${isOpen ? html`open` : undefined}>
            <summary>Settings<span class="unseen"> of ${name}</span></summary>
            ${form}
          </details>`
        : form
    }
  </li> `;
}

/** What was typed stays when something in it was wrong. */
function settingsForm(client: Client, view: View, typed: FormFields | undefined): Html {
  const { client_id: id, name } = client;

  return actionForm(view.state, `/_tenant/applications/save#application-${id}`, {
    content: html`<input type="hidden" name="client_id" value="${id}" />
      <div class="columns">
        ${typedSettings.map((setting) =>
          field(setting, {
            id: `${setting.name}-${id}`,
            text: typed === undefined ? setting.current(client) : (typed[setting.name] ?? ''),
          }),
        )}
      </div>
      ${boxes('Tokens and pages', ownBoxes(client, typed))}
      ${boxes('Grant types', grantBoxes(client, typed))}
      ${boxes('Connections', connectionBoxes(client, view, typed))}
      <div class="buttons">
        <button class="primary">Save<span class="unseen"> ${name}</span></button>
        <small>This lasts until a reset, which loads tenant.yaml again.</small>
      </div>`,
    attributes: html`class="metadata"`,
  });
}

/** A field with its label, and below it what is wrong in it, or else what it is for. */
function field(
  { name, label, hint, isList, problem: problemOf }: TypedSetting,
  { id, text }: { readonly id: string; readonly text: string },
): Html {
  const problem = problemOf(text);
  const attributes = html`id="${id}" name="${name}" aria-describedby="${id}-hint" autocomplete="off"
  ${problem === undefined ? undefined : html`aria-invalid="true"`}`;
  const rows = Math.min(Math.max(text.split('\n').length, 4), 16);

  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${
      isList
        ? html`<textarea rows="${rows}" autocapitalize="none" spellcheck="false" ${attributes}>
${text}</textarea>`
        : html`<input inputmode="numeric" value="${text}" ${attributes} />`
    }
    <small id="${id}-hint">
      ${problem === undefined ? hint : html`<strong class="wrong">${problem}</strong>`}
    </small>
  </div> `;
}

interface Box {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly isTicked: boolean;
}

function ownBoxes(client: Client, typed: FormFields | undefined): readonly Box[] {
  const { client_id: id, refresh_token: refresh } = client;
  const isRotating = refresh.rotation_type === 'rotating';
  const own = [
    ['rotating', 'Refresh Token Rotation', isRotating],
    [
      'cross_origin_authentication',
      'Cross-Origin Authentication',
      client.cross_origin_authentication,
    ],
  ] as const;

  return own.map(([name, label, isOn]) => ({
    ...{ id: `${name}-${id}`, name, label },
    isTicked: typed === undefined ? isOn : typed[name] === 'on',
  }));
}

function connectionBoxes(
  { client_id: id }: Client,
  { state }: View,
  typed: FormFields | undefined,
): readonly Box[] {
  return [...state.config.connections.values()].map((connection) => {
    const name = `connection:${connection.name}`;
    const isEnabled = connection.enabled_clients.includes(id);

    return {
      ...{ id: `${name}-${id}`, name, label: connection.display_name },
      isTicked: typed === undefined ? isEnabled : typed[name] === 'on',
    };
  });
}

function grantBoxes(client: Client, typed: FormFields | undefined): readonly Box[] {
  return offeredGrants(client).map((grant) => {
    const name = `grant:${grant}`;

    return {
      ...{ id: `${name}-${client.client_id}`, name },
      // Auth0's own have long names, whose beginnings say nothing.
      label: grant.replace('http://auth0.com/oauth/grant-type/', ''),
      isTicked: typed === undefined ? client.grant_types.includes(grant) : typed[name] === 'on',
    };
  });
}

function boxes(legend: string, all: readonly Box[]): Html {
  return html`<fieldset class="boxes">
    <legend>${legend}</legend>
    ${all.map(
      ({ id, name, label, isTicked }) =>
        html`<div class="check">
          <input
            id="${id}"
            name="${name}"
            type="checkbox"
            ${isTicked ? html`checked` : undefined}
          /><label for="${id}">${label}</label>
        </div> `,
    )}
  </fieldset>`;
}
