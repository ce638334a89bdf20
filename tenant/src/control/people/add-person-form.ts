import { html, type Html } from '../../ui/html.ts';
import {
  actionForm,
  checkInput,
  selectInput,
  textInput,
  type TextInput,
} from '../workbench/form.ts';
import type { View } from '../workbench/section.ts';

const path = '/_tenant/people';

/** The form that makes somebody up, folded until it is needed. */
export function addPersonForm({ state, form: sent }: View): Html {
  // What is sent about somebody is another form's.
  const form = sent?.['user_id'] === undefined ? sent : undefined;
  const connections = [...state.config.connections.values()].map(
    ({ name, display_name }) => [name, display_name] as const,
  );
  const text = (name: string, label: string, input: TextInput = {}) =>
    textInput(name, label, { value: form?.[name] ?? '', ...input });

  return html`<details class="panel" ${form === undefined ? undefined : html`open`}>
    <summary>Add a person</summary>
    ${actionForm(state, `${path}/create`, {
      content: html`<div class="fields">
          ${selectInput('connection', 'Connection', { options: connections, selected: form?.['connection'] })}
          ${text('name', 'Name')}
          ${text('email', 'Email address', { type: 'email', hint: 'Optional: a provider may not give it' })}
          ${text('username', 'User name')}
          ${text('phone_number', 'Phone number', {
            type: 'tel',
            hint: 'Such as +15555550100; only for SMS code',
          })}
          ${text('password', 'Password', { hint: 'Only for Password; if left empty, Made-up-1' })}
          ${checkInput('verified', 'Already verified', form === undefined || form['verified'] === 'on')}
        </div>
        <div class="buttons">
          <button class="primary">Create</button>
          <button class="secondary" formaction="${path}/fill" formnovalidate>Fill in for me</button>
        </div>`,
    })}
  </details>`;
}
