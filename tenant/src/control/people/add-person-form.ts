import { html, type Html } from '../../ui/html.ts';
import { actionForm, checkInput, selectInput, textInput } from '../workbench/form.ts';
import type { View } from '../workbench/section.ts';

const path = '/_tenant/people';

/** The form that makes somebody up, folded until it is needed. */
export function addPersonForm({ state, form }: View): Html {
  const connections = [...state.config.connections.values()].map(
    ({ name, display_name }) => [name, display_name] as const,
  );
  const value = (name: string) => ({ value: form?.[name] ?? '' });

  return html`<details class="panel" ${form === undefined ? undefined : html`open`}>
    <summary>Add somebody</summary>
    ${actionForm(state, `${path}/create`, {
      content: html`<div class="fields">
          ${selectInput('connection', 'Connection', { options: connections, selected: form?.['connection'] })}
          ${textInput('name', 'Name', value('name'))}
          ${textInput('email', 'Email address', {
            ...value('email'),
            type: 'email',
            hint: 'A provider may keep it to itself',
          })}
          ${textInput('username', 'User name', value('username'))}
          ${textInput('phone_number', 'Phone number', {
            ...value('phone_number'),
            type: 'tel',
            hint: 'Such as +15555550100; SMS code needs one',
          })}
          ${textInput('password', 'Password', {
            ...value('password'),
            hint: 'For Password alone; Made-up-1 if left empty',
          })}
          ${checkInput('verified', 'E-mail is verified', form === undefined || form['verified'] === 'on')}
        </div>
        <div class="buttons">
          <button class="primary">Create</button>
          <button class="secondary" formaction="${path}/fill" formnovalidate>Fill in for me</button>
        </div>`,
    })}
  </details>`;
}
