import type { TenantState } from '../../state/tenant-state.ts';
import { html, type Html } from '../../ui/html.ts';
import { invalidRequest } from '../control-call.ts';
import { checkedFields, type FormFields } from '../workbench/form.ts';
import { cardList } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import { applicationCard, offeredGrants } from './application-card.ts';
import { findClient } from './application-endpoints.ts';
import { changedClient, changedConnection } from './registrations.ts';
import { settingsIn, wrongSettings } from './typed-settings.ts';

/** `/_tenant/applications`: how each application is registered, to be seen and fixed. */
export const applications: Section = {
  path: '/_tenant/applications',
  title: 'Applications',
  lead: 'How each application is registered. A reset loads tenant.yaml again, so put there what is to stay.',
  content,
  actions: {
    save: (form, { state }) => {
      const client = findClient(form['client_id'] ?? '', state);
      const wrong = wrongSettings(form);
      if (wrong.length > 0) throw invalidRequest(`Nothing was saved. Check ${wrong.join(', ')}.`);
      const changed = changedClient(
        client,
        checkedFields({
          ...settingsIn(form),
          grant_types: offeredGrants(client).filter((grant) => form[`grant:${grant}`] === 'on'),
        }),
      );
      state.config.clients.set(client.client_id, changed);
      enableConnections(client.client_id, form, state);

      return { notice: `Saved: ${client.name}.`, search: client.client_id };
    },
  },
};

function content(view: View): Html {
  const cards = [...view.state.config.clients.values()].map((client) =>
    applicationCard(client, view),
  );

  return cardList('Applications', cards, html`No application is registered.`);
}

/** Enables the connections that are ticked for a client, and takes the others from it. */
function enableConnections(id: string, form: FormFields, { config }: TenantState): void {
  for (const connection of config.connections.values()) {
    const others = connection.enabled_clients.filter((client) => client !== id);
    const isWanted = form[`connection:${connection.name}`] === 'on';
    const isEnabled = others.length < connection.enabled_clients.length;
    if (isWanted === isEnabled) continue;
    const fields = checkedFields({ enabled_clients: isWanted ? [...others, id] : others });
    config.connections.set(connection.name, changedConnection(connection, fields));
  }
}
