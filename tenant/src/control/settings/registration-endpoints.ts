import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlBody } from '../control-body.ts';
import { notThere } from '../control-error.ts';
import { changedClient, changedConnection } from './registrations.ts';

/** Answers `PATCH /_tenant/api/clients/{id}`: changes the settings that it names, as in the dashboard. */
export function changeClient({ request, state }: Exchange): Reply {
  const { clients } = state.config;
  const id = pathParameter(request, 'id');
  const client = clients.get(id);
  if (client === undefined) throw notThere(`client ${id}`);
  const changed = changedClient(client, controlBody(request));
  clients.set(id, changed);

  // JSON leaves a field out that is `undefined`: nobody is told the secret.
  return json(200, { ...changed, client_secret: undefined });
}

/** Answers `PATCH /_tenant/api/connections/{name}`: says for which clients it is enabled, and whether people have user names. */
export function changeConnection({ request, state }: Exchange): Reply {
  const { connections } = state.config;
  const name = pathParameter(request, 'name');
  const connection = connections.get(name);
  if (connection === undefined) throw notThere(`connection ${name}`);
  const changed = changedConnection(connection, controlBody(request));
  connections.set(name, changed);

  return json(200, { name, enabled_clients: changed.enabled_clients });
}
