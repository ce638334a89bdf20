import { JsonReader } from '../../protocol/json-reader.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { hiddenFields } from '../../ui/fields.ts';
import { html, type Html } from '../../ui/html.ts';

/** What a form of the workbench sent. Fields that were left empty are left out. */
export type FormFields = Readonly<Record<string, string>>;

/** A form that changes something. It carries the token that no other page can know. */
export function actionForm(
  state: TenantState,
  action: string,
  { content, attributes = html`` }: { readonly content: Html; readonly attributes?: Html },
): Html {
  return html`<form method="post" action="${action}" ${attributes}>
    <input type="hidden" name="form_token" value="${state.control.formToken}" />
    ${content}
  </form> `;
}

/** A form that is one button, with what it is about. */
export function actionButton(
  state: TenantState,
  action: string,
  { label, about = '', fields = {}, kind = 'secondary' }: ButtonForm,
): Html {
  return actionForm(state, action, {
    content: html`${hiddenFields(Object.entries(fields))}<button class="${kind}">
        ${label}${about === '' ? undefined : html`<span class="unseen"> ${about}</span>`}
      </button>`,
    attributes: html`class="inline"`,
  });
}

interface ButtonForm {
  readonly label: string;
  /** What the button is about, for those who do not see where it stands. */
  readonly about?: string;
  readonly fields?: FormFields;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
}

/** A field with its label. */
export function textInput(
  name: string,
  label: string,
  { value = '', type = 'text', hint, attributes = html`` }: TextInput = {},
): Html {
  const described = hint === undefined ? undefined : html`aria-describedby="${name}-hint"`;

  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="off"
      ${described}
      ${attributes}
    />
    ${hint === undefined ? undefined : html`<small id="${name}-hint">${hint}</small>`}
  </div> `;
}

export interface TextInput {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'search';
  readonly hint?: string;
  readonly attributes?: Html;
}

/** A choice with its label. */
export function selectInput(
  name: string,
  label: string,
  {
    options,
    selected = '',
  }: {
    readonly options: readonly (readonly [value: string, text: string])[];
    readonly selected?: string | undefined;
  },
): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === selected ? html`selected` : undefined}>
            ${text}
          </option>`,
      )}
    </select>
  </div> `;
}

/** A box to tick, with its label. */
export function checkInput(name: string, label: string, isChecked: boolean): Html {
  return html`<div class="check">
    <input
      id="${name}"
      name="${name}"
      type="checkbox"
      ${isChecked ? html`checked` : undefined}
    /><label for="${name}">${label}</label>
  </div> `;
}

/** Fields of a form as the control plane reads them; complaints name the field alone. */
export function checkedFields(fields: Readonly<Record<string, unknown>>): JsonReader {
  return new JsonReader(fields, '');
}

/** A number that a form sent, or what the control plane will complain about. */
export function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;

  return Number.isNaN(Number(text)) ? text : Number(text);
}
