import { ManagementError } from '../../protocol/errors.ts';
import { isObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { bodyValue, invalidBody } from '../body.ts';
import { listPage, listParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { named, noContent, put } from '../registrations/registration-endpoints.ts';
import { authorize } from '../user-access.ts';
import { connectionRegistration } from './connection-registration.ts';

/** Answers `GET /api/v2/connections/{id}/clients`: for which applications a connection is enabled. */
export async function listConnectionClients(exchange: Exchange): Promise<Reply> {
  await authorize(['read:connections'], exchange);
  const connection = named(connectionRegistration, exchange);
  const query = new CheckedQuery(exchange.request.query, listParameters);

  return json(
    200,
    listPage(
      {
        name: 'clients',
        items: connection.enabled_clients,
        idOf: (client) => client,
        show: (client_id) => ({ client_id }),
      },
      query,
    ),
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
    throw new ManagementError(404, 'The client does not exist', { errorCode: 'inexistent_client' });
  }
  const enabled = new Set(connection.enabled_clients);
  for (const { client, isEnabled } of changes) {
    if (isEnabled) enabled.add(client);
    else enabled.delete(client);
  }
  put(
    connectionRegistration,
    { item: { ...connection, enabled_clients: [...enabled] }, former: connection },
    state,
  );

  return noContent;
}

function changesIn(request: TenantRequest): readonly Change[] {
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

interface Change {
  readonly client: string;
  readonly isEnabled: boolean;
}
