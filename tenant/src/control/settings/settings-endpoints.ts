import { json, pathParameter, type Reply } from '../../protocol/http.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlBody, notThere } from '../control-call.ts';
import { changedClient, changedConnection } from './registrations.ts';
import { adjust, adjustableSettings, readAdjustments } from './settings.ts';

/** What the tenant is set up with, as in the dashboard, until it is reset. */
export const settingsEndpoints: Endpoints = {
  'GET /settings': getSettings,
  /** Adjusts what it names and leaves the rest. */
  'PUT /settings': (exchange) => {
    const { request, state } = exchange;
    adjust(readAdjustments(controlBody(request)), state);

    return getSettings(exchange);
  },
  /** Changes the settings of a client that it names. */
  'PATCH /clients/:id': ({ request, state }) => {
    const { clients } = state.config;
    const id = pathParameter(request, 'id');
    const client = clients.get(id);
    if (client === undefined) throw notThere(`client ${id}`);
    const changed = changedClient(client, controlBody(request));
    clients.set(id, changed);

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
  /**
   * A new key signs from now on. What the old one signed still counts until the next rotation, or no
   * longer with `{ "revoke": true }`.
   */
  'POST /keys/rotate': async ({ request, state: { signer } }) => {
    const revoke =
      request.body !== '' &&
      (controlBody(request).whole((body) => body.optionalFlag('revoke')) ?? false);
    await signer.rotate({ revoke });

    return json(200, await signer.publicKeys());
  },
};

/** What can be adjusted while the tenant runs. */
function getSettings({ state }: Exchange): Reply {
  return json(200, adjustableSettings(state));
}
