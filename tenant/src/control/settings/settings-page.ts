import { html, type Html } from '../../ui/html.ts';
import {
  actionButton,
  actionForm,
  checkedFields,
  checkInput,
  numberOf,
  textInput,
} from '../workbench/form.ts';
import type { Section, View } from '../workbench/section.ts';
import { adjust, adjustableSettings, readAdjustments, switches } from './settings.ts';

const path = '/_tenant/settings';

/** `/_tenant/settings`: what the tenant's files say and can be otherwise for a while. */
export const settings: Section = {
  path,
  title: 'Settings',
  lead: 'Change the tenant while it runs, until a reset loads local.json and tenant.yaml again.',
  content,
  actions: {
    adjust: (form, { state }) => {
      const changes = readAdjustments(
        checkedFields({
          rateLimit: {
            burst: numberOf(form['burst']),
            perSecond: numberOf(form['perSecond']),
            exposeHeaders: form['exposeHeaders'] === 'on',
          },
          ...Object.fromEntries(switches.map(([name]) => [name, form[name] === 'on'])),
        }),
      );
      adjust(changes, state);

      return { notice: 'The settings were changed.' };
    },
    rotate: async (form, { state }) => {
      const revoke = form['revoke'] === 'yes';
      await state.signer.rotate({ revoke });

      return {
        notice: revoke
          ? 'A new key signs now, and the tenant refuses tokens of the old key.'
          : 'A new key signs now, and tokens of the old key still count.',
      };
    },
  },
};

function content({ state }: View): Html {
  const current = adjustableSettings(state);
  const { rateLimit } = current;
  return html`${actionForm(state, `${path}/adjust`, {
      content: html`<section class="panel" aria-labelledby="limit">
          <h2 id="limit">Rate limit of the Management API</h2>
          <div class="fields">
            ${textInput('burst', 'Calls at once', {
              value: `${rateLimit.burst}`,
              type: 'number',
              attributes: html`min="1"`,
              hint: 'A free tenant of Auth0 allows 2',
            })}
            ${textInput('perSecond', 'Calls per second', {
              value: `${rateLimit.perSecond}`,
              type: 'number',
              attributes: html`min="0.1" step="any"`,
              hint: 'A free tenant of Auth0 allows 2',
            })}
            ${checkInput('exposeHeaders', 'Pages may read the headers', rateLimit.exposeHeaders)}
          </div>
        </section>
        <section class="panel" aria-labelledby="browser">
          <h2 id="browser">As at a real tenant</h2>
          ${switches.map(([name, label]) => checkInput(name, label, current[name]))}
        </section>
        <button class="primary">Save</button>`,
    })}
    <section aria-labelledby="keys">
      <h2 id="keys">Signing key</h2>
      <p>
        After a rotation a new key signs, and tokens of the old key still count. If the old key is
        revoked as well, they are refused.
      </p>
      <div class="buttons">
        ${actionButton(state, `${path}/rotate`, { label: 'Rotate the key' })}
        ${actionButton(state, `${path}/rotate`, {
          label: 'Rotate and revoke',
          fields: { revoke: 'yes' },
          kind: 'danger',
        })}
      </div>
    </section>`;
}
