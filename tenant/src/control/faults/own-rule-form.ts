import { defined, parseJson } from '../../protocol/json.ts';
import { html, type Html } from '../../ui/html.ts';
import {
  actionForm,
  checkInput,
  type FormFields,
  numberOf,
  selectInput,
  textInput,
  type TextInput,
} from '../workbench/form.ts';
import type { View } from '../workbench/section.ts';

const methods = ['*', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'];

/** The form for a rule, folded until it is needed. */
export function ownRuleForm({ state, form }: View): Html {
  const value = (name: string, fallback = '') => form?.[name] ?? fallback;
  const text = (name: string, label: string, input: TextInput) =>
    textInput(name, label, { value: value(name), ...input });

  return html`<details class="panel" ${form === undefined ? undefined : html`open`}>
    <summary>Add a rule</summary>
    ${actionForm(state, '/_tenant/faults/add', {
      content: html`<div class="fields">
          ${selectInput('method', 'Method', {
            options: methods.map((method) => [method, method === '*' ? 'Any' : method]),
            selected: value('method'),
          })}
          ${text('path', 'Path', {
            value: value('path', '/api/v2/users/*/identities'),
            hint: 'A prefix, or a pattern: * stands for one segment, ** for any number',
          })}
          ${selectInput('when', 'When', {
            options: [
              ['before', 'Instead of processing it'],
              ['after', 'After it was processed'],
            ],
            selected: value('when'),
          })}
          ${text('status', 'Status', { type: 'number' })}
          ${text('body', 'Body', { hint: 'JSON, or any text; empty for that API’s own error' })}
          ${text('delayMs', 'Delay in milliseconds', { type: 'number' })}
          ${text('times', 'How often', {
            value: value('times', form === undefined ? '1' : ''),
            type: 'number',
            hint: 'Empty: until it is removed',
          })}
          ${text('probability', 'Probability', { hint: 'From 0 to 1; empty: always' })}
          ${checkInput('drop', 'Close the connection', value('drop') === 'on')}
        </div>
        <div class="buttons"><button class="primary">Add the rule</button></div>`,
    })}
  </details>`;
}

/** The rule that the form means, nothing in it checked. */
export function ruleOf(form: FormFields): object {
  const { method, path, when, status, body, delayMs, times, probability, drop } = form;

  return defined({
    match: defined({ method, path }),
    when,
    times: numberOf(times),
    probability: numberOf(probability),
    then: defined({
      status: numberOf(status),
      body: body === undefined ? undefined : (parseJson(body) ?? body),
      delayMs: numberOf(delayMs),
      drop: drop === 'on' ? true : undefined,
    }),
  });
}
