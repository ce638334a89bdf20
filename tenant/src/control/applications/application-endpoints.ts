import { json, pathParameter } from '../../protocol/http.ts';
import type { Client } from '../../state/config/client.ts';
import type { Endpoints, TenantState } from '../../state/tenant-state.ts';
import { controlBody, notThere } from '../control-call.ts';
import { changedClient, changedConnection } from './registrations.ts';

/** How applications and their connections are registered, as in the dashboard, until the tenant is reset. */
export const applicationEndpoints: Endpoints = {
  /** Changes the settings of a client that it names. */
  'PATCH /clients/:id': ({ request, state }) => {
    const id = pathParameter(request, 'id');
    const changed = changedClient(findClient(id, state), controlBody(request));
    state.config.clients.set(id, changed);

    // JSON leaves a field out that is `undefined`: nobody is told the secret.
    return json(200, { ...changed, client_secret: undefined });
  },
  /** Says for which clients a connection is enabled, and whether people have user names. */
  'PATCH /connections/:name': ({ request, state }) => {
    const { connections } = state.config;
    const name = pathParameter(request, 'name');
    const connection = connections.get(name);
    if (connection === undefined) throw notThere(`connection ${name}`);
    const changed = changedConnection(connection, controlBody(request));
    connections.set(name, changed);

    return json(200, { name, enabled_clients: changed.enabled_clients });
  },
};

/** The client with this id. */
export function findClient(id: string, { config }: TenantState): Client {
  const client = config.clients.get(id);
  if (client === undefined) throw notThere(`client ${id}`);

  return client;
}
