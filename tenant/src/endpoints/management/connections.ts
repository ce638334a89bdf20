import { ManagementError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import type { Connection } from '../../state/connection.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { fieldParameters, fieldSelection } from './field-selection.ts';
import { pageOf, pagingOf, pagingParameters } from './paging.ts';
import { CheckedQuery } from './query.ts';
import { authorize } from './user-access.ts';

const parameters = {
  ...pagingParameters,
  ...fieldParameters,
  from: 'Optional Id from which to start selection.',
  take: 'Number of results per page. Defaults to 50.',
  strategy: 'Provide strategies to only retrieve connections with such strategies',
  'strategy[]': 'Provide strategies to only retrieve connections with such strategies',
  name: 'Provide the name of the connection to retrieve',
};

/** `GET /api/v2/connections`: by page, or from checkpoint to checkpoint as the SDK asks (§6.11). */
export async function listConnections(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, ['read:connections'], state, now);
  const query = new CheckedQuery(request.query, parameters);
  const strategies = query.texts('strategy');
  const name = query.text('name');
  const found = [...state.connections.values()].filter(
    (connection) =>
      (strategies.length === 0 || strategies.includes(connection.strategy)) &&
      (name === undefined || connection.name === name),
  );
  const select = fieldSelection(query);
  const show = (connection: Connection): JsonObject => select({ ...connection });
  const take = query.integer('take', { minimum: 1, maximum: 100 });
  const from = query.text('from');
  if (take !== undefined || from !== undefined) {
    return json(200, checkpointPage(found, from, take ?? 50, show));
  }

  return json(200, pageOf('connections', found, pagingOf(query), show));
}

/** `next` names the last connection shown, and is absent at the end. */
function checkpointPage(
  connections: readonly Connection[],
  from: string | undefined,
  take: number,
  show: (connection: Connection) => JsonObject,
): JsonObject {
  const start = connections.findIndex(({ id }) => id === from) + 1;
  const shown = connections.slice(start, start + take);
  const hasMore = start + take < connections.length;

  return {
    connections: shown.map(show),
    ...(hasMore && { next: shown.at(-1)?.id }),
  };
}

/** `GET /api/v2/connections/{id}`. */
export async function getConnection(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, ['read:connections'], state, now);
  const query = new CheckedQuery(request.query, fieldParameters);
  const id = pathParameter(request, 'id');
  const connection = [...state.connections.values()].find((candidate) => candidate.id === id);
  if (connection === undefined) {
    throw new ManagementError(404, 'The connection does not exist', {
      errorCode: 'inexistent_connection',
    });
  }

  return json(200, fieldSelection(query)({ ...connection }));
}
