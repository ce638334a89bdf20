import { deepestSnapshot, parseJson } from '../../protocol/json.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { invalidRequest } from '../control-call.ts';
import { actionButton, actionForm, textInput } from '../workbench/form.ts';
import { cardList, timeTag } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import {
  forgetSnapshot,
  restoreNamed,
  saveSnapshot,
  type SnapshotLabel,
  snapshotLabels,
} from './named-snapshots.ts';
import { restoreSnapshot } from './snapshot.ts';

const path = '/_tenant/snapshots';

/** `/_tenant/snapshots`: states to go back to, by name or by file. */
export const snapshots: Section = {
  path,
  title: 'Snapshots',
  lead: 'The whole state of the tenant under a name: people, sessions, valid tokens, messages, faults, clock and keys.',
  content,
  actions: {
    save: async (form, view) => {
      const name = form['name'] ?? '';
      await saveSnapshot(name, view);

      return { notice: `Saved as ${name}.` };
    },
    restore: async (form, view) => {
      const name = form['name'] ?? '';
      await restoreNamed(name, view);

      return { notice: `Restored ${name}.` };
    },
    delete: (form, { state }) => {
      forgetSnapshot(form['name'] ?? '', state);

      return { notice: 'The snapshot was deleted.' };
    },
    import: async (form, view) => {
      const value = parseJson(form['file'] ?? '', deepestSnapshot);
      if (value === undefined) throw invalidRequest('Choose a file that holds a snapshot.');
      await restoreSnapshot(value, view);

      return { notice: 'The tenant has the state of the file now.' };
    },
  },
};

function content({ state, form }: View): Html {
  const labels = snapshotLabels(state);

  return html`<section class="panel" aria-labelledby="save">
      <h2 id="save">Save</h2>
      ${actionForm(state, `${path}/save`, {
        content: html`${textInput('name', 'Name', { value: form?.['name'] ?? '' })}
          <button class="primary">Save</button>`,
        attributes: html`class="row"`,
      })}
    </section>
    ${cardList(
      'Snapshots',
      labels.map((label) => snapshotCard(label, state)),
      html`No snapshot yet. Save the state above, and come back to it whenever you like.`,
    )}
    <section aria-labelledby="file">
      <h2 id="file">As a file</h2>
      <p>
        <a href="/_tenant/api/snapshot" download="tenant-snapshot.json">Export the state</a> and
        keep it beside the tests. It holds the made-up passwords and keys of this tenant.
      </p>
      ${actionForm(state, `${path}/import`, {
        content: html`<div class="field">
            <label for="file-input">Snapshot file</label>
            <input id="file-input" name="file" type="file" accept="application/json" required />
          </div>
          <button class="secondary">Import</button>`,
        attributes: html`class="row" enctype="multipart/form-data"`,
      })}
    </section>`;
}

function snapshotCard({ name, saved_at: savedAt }: SnapshotLabel, state: TenantState): Html {
  const fields = { name };

  return html`<li class="card">
    <div class="card-head">
      <div>
        <h2>${name}</h2>
        <p>
          Saved ${timeTag(savedAt)} UTC ·
          <a
            href="/_tenant/api/snapshots/${encodeURIComponent(name)}"
            download="${name}.json"
            aria-label="Download ${name}"
            >Download</a
          >
        </p>
      </div>
      <div class="buttons">
        ${actionButton(state, `${path}/restore`, { label: 'Restore', about: name, fields })}
        ${actionButton(state, `${path}/delete`, { label: 'Delete', about: name, fields, kind: 'quiet' })}
      </div>
    </div>
  </li> `;
}
