import { ManagementError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Connection } from '../../state/config/connection.ts';
import type { Exchange } from '../../state/exchange.ts';
import { fieldParameters, fieldSelection } from '../field-selection.ts';
import { listPage, listParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';

const parameters = {
  ...listParameters,
  ...fieldParameters,
  strategy: 'Provide strategies to only retrieve connections with such strategies',
  'strategy[]': 'Provide strategies to only retrieve connections with such strategies',
  name: 'Provide the name of the connection to retrieve',
};

/** Answers `GET /api/v2/connections`: by page, or from checkpoint to checkpoint as the SDK asks (§6.11). */
export async function listConnections(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['read:connections'], exchange);
  const query = new CheckedQuery(request.query, parameters);
  const strategies = query.texts('strategy');
  const name = query.text('name');
  const found = [...state.config.connections.values()].filter(
    (connection) =>
      (strategies.length === 0 || strategies.includes(connection.strategy)) &&
      (name === undefined || connection.name === name),
  );
  const select = fieldSelection(query);
  const show = (connection: Connection): JsonObject => select({ ...connection });

  return json(
    200,
    listPage({ name: 'connections', items: found, idOf: ({ id }) => id, show }, query),
  );
}

/** Answers `GET /api/v2/connections/{id}`. */
export async function getConnection(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['read:connections'], exchange);
  const query = new CheckedQuery(request.query, fieldParameters);
  const id = pathParameter(request, 'id');
  const connection = [...state.config.connections.values()].find(
    (candidate) => candidate.id === id,
  );
  if (connection === undefined) {
    throw new ManagementError(404, 'The connection does not exist', {
      errorCode: 'inexistent_connection',
    });
  }

  return json(200, fieldSelection(query)({ ...connection }));
}
