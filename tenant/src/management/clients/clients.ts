import type { Caller } from '../../oauth/tokens/access-token.ts';
import { ManagementError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import { derivedId } from '../../seed/derived-id.ts';
import type { Client } from '../../state/config/client.ts';
import type { Exchange } from '../../state/exchange.ts';
import { fieldParameters, fieldSelection } from '../field-selection.ts';
import { pageOf, pagingOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';

const scopes = ['read:clients', 'read:client_keys'];

const parameters = {
  ...pagingParameters,
  ...fieldParameters,
  is_global: 'Optional filter on the global client parameter.',
  is_first_party:
    'Optional filter on whether or not a client is a first-party client (true) or a third-party client (false).',
  app_type: 'Optional filter by a comma-separated list of application types.',
};

/**
 * What every tenant has as well: it stands for all applications in the older pipeline, and holds its
 * login page. Nobody signs in with it here, and it is shown only to those who ask for it, as the Deploy CLI does.
 */
const globalClient: JsonObject = {
  tenant: 'local',
  global: true,
  client_id: derivedId('', 'global client', 32),
  name: 'All Applications',
  custom_login_page_on: false,
};

/** Answers `GET /api/v2/clients` (contract §6.12). */
export async function listClients(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const caller = await authorize(scopes, exchange);
  const query = new CheckedQuery(request.query, parameters);
  const isFirstParty = query.flag('is_first_party');
  const types = query.text('app_type')?.split(',');
  const isGlobal = query.flag('is_global') ?? false;
  if (isGlobal)
    return json(
      200,
      pageOf(
        { name: 'clients', items: [globalClient], show: fieldSelection(query) },
        pagingOf(query),
      ),
    );
  const found = [...state.config.clients.values()].filter(
    (client) =>
      (isFirstParty === undefined || client.is_first_party === isFirstParty) &&
      (types === undefined || types.includes(client.app_type)),
  );
  const select = fieldSelection(query);

  return json(
    200,
    pageOf(
      { name: 'clients', items: found, show: (client) => select(clientShape(client, caller)) },
      pagingOf(query),
    ),
  );
}

/** Answers `GET /api/v2/clients/{id}`. */
export async function getClient(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const caller = await authorize(scopes, exchange);
  const query = new CheckedQuery(request.query, fieldParameters);
  const client = state.config.clients.get(pathParameter(request, 'id'));
  if (client === undefined) {
    throw new ManagementError(404, 'The client does not exist', {
      errorCode: 'inexistent_client',
    });
  }

  return json(200, fieldSelection(query)(clientShape(client, caller)));
}

/** Shows a client as the Management API does: its secret to callers with `read:client_keys` alone (contract §6.12). */
export function clientShape(
  { client_secret, assertion_keys: keys, ...client }: Client,
  { scope }: Caller,
): JsonObject {
  const showsSecret = client_secret !== undefined && scope.includes('read:client_keys');

  return {
    tenant: 'local',
    global: false,
    ...client,
    ...(showsSecret && { client_secret }),
    ...(keys !== undefined && {
      token_endpoint_auth_method: null,
      client_authentication_methods: {
        private_key_jwt: {
          credentials: keys.map(({ pem }) => ({ id: derivedId('cred_', pem, 22) })),
        },
      },
    }),
  };
}
