import { type Client, homeOf } from '../state/config/client.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { html, type Html } from './html.ts';
import type { Texts } from './texts/en.ts';

/** The application that somebody is most likely to come from: the one of this id, or else the first that has pages. */
export function likelyApp({ config: { clients } }: TenantState, id?: string): Client | undefined {
  const named = clients.get(id ?? '');

  return named ?? [...clients.values()].find((client) => homeOf(client) !== undefined);
}

/** Leads on to an application, from a page that has nothing more to ask. */
export function appLink({ common }: Texts, client: Client | undefined): Html | undefined {
  if (client === undefined) return undefined;
  const home = homeOf(client);

  return home === undefined
    ? undefined
    : html`<p><a class="button" href="${home}">${common.openApp(client.name)}</a></p>`;
}
