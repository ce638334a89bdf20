import {
  type FaultPreset,
  faultPresets,
  faultsOn,
  presetStatus,
  turnOff,
  turnOn,
} from '../../state/control/fault-presets.ts';
import { parseFaultRule } from '../../state/control/fault-rule.ts';
import { isLive } from '../../state/control/faults.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { invalidRequest } from '../control-call.ts';
import { actionButton, actionForm } from '../workbench/form.ts';
import { formatCount } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import { findPreset } from './fault-endpoints.ts';
import { ownRuleForm, ruleOf } from './own-rule-form.ts';

const path = '/_tenant/faults';

/** `/_tenant/faults`: what can go wrong, each with a switch, and rules of one's own. */
export const faults: Section = {
  path,
  title: 'Faults',
  lead: 'Make something go wrong, and see what the application does.',
  content,
  actions: {
    switch: (form, { state }) => {
      const preset = findPreset(form['preset'] ?? '');
      if (presetStatus(state.control.faults, preset).on) {
        turnOff(state.control.faults, preset);

        return { notice: `Off: ${preset.title}.` };
      }
      turnOn(state.control.faults, preset);

      return { notice: `On: ${preset.title}. ${preset.does}` };
    },
    add: (form, { state }) => {
      state.control.faults.add(parseFaultRule(ruleOf(form), ''));

      return { notice: 'The rule is on.' };
    },
    remove: (form, { state }) => {
      if (!state.control.faults.removeWhere(({ id }) => id === form['id'])) {
        throw invalidRequest('This rule was removed already.');
      }

      return { notice: 'The rule was removed.' };
    },
    clear: (_form, { state }) => {
      state.control.faults.clear();

      return { notice: 'Everything works again.' };
    },
  },
};

function content(view: View): Html {
  const { state } = view;

  return html`<div class="bar">
      <p class="count">${formatCount(faultsOn(state.control.faults), 'fault')} on</p>
      ${actionButton(state, `${path}/clear`, { label: 'Turn everything off', kind: 'quiet' })}
    </div>
    <ul class="cards grid" aria-label="Presets">
      ${faultPresets.map((preset) => presetCard(preset, state))}
    </ul>
    <section aria-labelledby="own">
      <h2 id="own">Rules of your own</h2>
      ${ownRules(state)} ${ownRuleForm(view)}
    </section>`;
}

function presetCard(preset: FaultPreset, state: TenantState): Html {
  const { name, title, does, expect } = preset;
  const { on, fired } = presetStatus(state.control.faults, preset);

  return html`<li class="card preset">
    <div class="card-head">
      <h2 id="preset-${name}">${title}</h2>
      ${actionForm(state, `${path}/switch`, {
        content: html`<input type="hidden" name="preset" value="${name}" />
          <button
            class="switch"
            role="switch"
            aria-checked="${on ? 'true' : 'false'}"
            aria-labelledby="preset-${name}"
          ></button>`,
        attributes: html`class="inline"`,
      })}
    </div>
    <p>${does}</p>
    <p class="expect">${expect}</p>
    <p class="foot">
      <code>${name}</code>
      <span>${fired === 0 ? undefined : `fired ${formatCount(fired, 'time')}`}</span>
    </p>
  </li> `;
}

/** The rules that came from no preset, with what they have done. */
function ownRules(state: TenantState): Html | undefined {
  const own = state.control.faults.list().filter(({ preset }) => preset === undefined);
  if (own.length === 0) return undefined;

  return html`<ul class="rows" aria-label="Rules">
    ${own.map((fault) => {
      const { match, when, then, times } = fault.rule;

      return html`<li>
        <span>
          <strong>${match.method} ${match.path}</strong> ${when} →
          <code>${JSON.stringify(then)}</code>
        </span>
        <span class="tag ${isLive(fault) ? 'bad' : ''}">
          ${isLive(fault) ? 'On' : 'Used up'} · fired
          ${times === undefined ? formatCount(fault.fired, 'time') : `${fault.fired} of ${times}`}
        </span>
        ${actionButton(state, `${path}/remove`, {
          label: 'Remove',
          about: `the rule for ${match.method} ${match.path}`,
          fields: { id: fault.id },
          kind: 'quiet',
        })}
      </li> `;
    })}
  </ul>`;
}
