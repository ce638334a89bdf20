import { ManagementError } from '../protocol/errors.ts';
import { json, type Reply, type TenantRequest } from '../protocol/http.ts';
import { isObject } from '../protocol/json.ts';
import { hexDigits } from '../protocol/random.ts';
import { parseConnection } from '../seed/parse/parse-connection.ts';
import type { Connection } from '../state/config/connection.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { bodyValue, invalidBody } from './body.ts';
import { listPage, listParameters } from './paging.ts';
import { CheckedQuery, fieldParameters, fieldSelection, reading } from './query.ts';
import { named, noContent, put } from './registrations/registration-endpoints.ts';
import { inMap, type Registration, without } from './registrations/registration.ts';
import { authorize } from './user-access.ts';

/** Connections, the Deploy CLI's databases among them. None is removed, for its accounts would be left. */
export const connectionRegistration: Registration<Connection> = {
  name: 'connections',
  noun: 'connection',
  idOf: ({ id }) => id,
  ...inMap(
    ({ connections }) => connections,
    ({ name }) => name,
  ),
  shape: (connection) => ({ ...connection }),
  writable: (connection) => without(connection, 'id'),
  fixed: ['name', 'strategy'],
  parse: (fields, { state, notices, former }) => ({
    ...parseConnection(
      fields,
      {
        clientIdOf: (id) => (state.config.clients.has(id) ? id : undefined),
        bodyOf: (email) => email.text('body'),
      },
      notices,
    ),
    id: former?.id ?? `con_${hexDigits(16)}`,
  }),
};

const parameters = {
  ...listParameters,
  ...fieldParameters,
  strategy: 'Provide strategies to only retrieve connections with such strategies',
  'strategy[]': 'Provide strategies to only retrieve connections with such strategies',
  name: 'Provide the name of the connection to retrieve',
};

/** Answers `GET /api/v2/connections`: by page, or from checkpoint to checkpoint as the SDK asks (§6.11). */
export const listConnections = reading(['read:connections'], parameters, (query, { state }) => {
  const strategies = query.texts('strategy');
  const name = query.text('name');
  const found = [...state.config.connections.values()].filter(
    (connection) =>
      (strategies.length === 0 || strategies.includes(connection.strategy)) &&
      (name === undefined || connection.name === name),
  );
  const select = fieldSelection(query);
  const show = (connection: Connection) => select({ ...connection });

  return listPage({ name: 'connections', items: found, idOf: ({ id }) => id, show }, query);
});

/** Answers `GET /api/v2/connections/{id}`. */
export const getConnection = reading(['read:connections'], fieldParameters, (query, exchange) =>
  json(200, fieldSelection(query)({ ...named(connectionRegistration, exchange) })),
);

/** Answers `GET /api/v2/connections/{id}/clients`: for which applications a connection is enabled. */
export async function listConnectionClients(exchange: Exchange): Promise<Reply> {
  await authorize(['read:connections'], exchange);
  const connection = named(connectionRegistration, exchange);
  const query = new CheckedQuery(exchange.request.query, listParameters);

  return listPage(
    {
      name: 'clients',
      items: connection.enabled_clients,
      idOf: (client) => client,
      show: (client_id) => ({ client_id }),
    },
    query,
  );
}

/** Answers `PATCH /api/v2/connections/{id}/clients`: enables it for some and disables it for others. */
export async function updateConnectionClients(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['update:connections'], exchange);
  const connection = named(connectionRegistration, exchange);
  const changes = changesIn(request);
  const unknown = changes.find(({ client }) => !state.config.clients.has(client));
  if (unknown !== undefined) {
    throw new ManagementError(404, 'The client does not exist', 'inexistent_client');
  }
  const enabled = new Set(connection.enabled_clients);
  for (const { client, isEnabled } of changes) {
    if (isEnabled) enabled.add(client);
    else enabled.delete(client);
  }
  const changed = { ...connection, enabled_clients: [...enabled] };
  put(connectionRegistration, [connection, changed], state);

  return noContent;
}

function changesIn(request: TenantRequest) {
  const list = bodyValue(request);
  if (!Array.isArray(list)) throw invalidBody('Expected type array');

  return list.map((change: unknown) => {
    const { client_id: client, status: isEnabled } = isObject(change) ? change : {};
    if (typeof client !== 'string' || typeof isEnabled !== 'boolean') {
      throw invalidBody('Expected a client_id and a status');
    }

    return { client, isEnabled };
  });
}
