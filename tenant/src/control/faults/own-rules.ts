import { isLive } from '../../state/control/faults.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { actionButton } from '../workbench/form.ts';
import { formatCount } from '../workbench/format.ts';

/** The rules that came from no preset, with what they have done. */
export function ownRules(state: TenantState): Html | undefined {
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
        ${actionButton(state, '/_tenant/faults/remove', {
          label: 'Remove',
          about: `the rule for ${match.method} ${match.path}`,
          fields: { id: fault.id },
          kind: 'quiet',
        })}
      </li> `;
    })}
  </ul>`;
}
