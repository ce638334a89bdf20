import type { Caller } from '../oauth/tokens/access-token.ts';
import { json } from '../protocol/http.ts';
import type { JsonObject } from '../protocol/json.ts';
import { derivedId, hexDigits } from '../protocol/random.ts';
import { parseClient } from '../seed/parse/parse-client.ts';
import type { Client } from '../state/config/client.ts';
import { pageOf, pagingParameters } from './paging.ts';
import { fieldParameters, fieldSelection, reading } from './query.ts';
import { named } from './registrations/registration-endpoints.ts';
import { inMap, type Registration, without } from './registrations/registration.ts';

/** Applications. Two of them may have one name, as at Auth0. */
export const clientRegistration: Registration<Client> = {
  name: 'clients',
  noun: 'client',
  idOf: ({ client_id }) => client_id,
  ...inMap(
    ({ clients }) => clients,
    ({ client_id }) => client_id,
  ),
  shape: (client, _state, caller) => clientShape(client, caller),
  writable: (client) => ({
    ...without(client, 'client_id', 'client_secret', 'assertion_keys'),
    ...(client.assertion_keys !== undefined && {
      client_authentication_methods: { private_key_jwt: { credentials: client.assertion_keys } },
    }),
  }),
  parse: (fields, { notices, former }) => {
    const given = fields.optionalText('client_secret');
    const credentials = {
      client_id: former?.client_id ?? hexDigits(32),
      client_secret: given ?? former?.client_secret ?? hexDigits(64),
    };

    return parseClient(fields, { credentialsOf: () => credentials }, notices);
  },
  forget: ({ client_id: id }, state) => {
    state.config.clientGrants = state.config.clientGrants.filter(
      ({ client_id }) => client_id !== id,
    );
    for (const connection of state.config.connections.values()) {
      const enabled_clients = connection.enabled_clients.filter((client) => client !== id);
      state.config.connections.set(connection.name, { ...connection, enabled_clients });
    }
  },
};

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
export const listClients = reading(scopes, parameters, (query, { state }, caller) => {
  const isFirstParty = query.flag('is_first_party');
  const types = query.text('app_type')?.split(',');
  const isGlobal = query.flag('is_global') ?? false;
  const select = fieldSelection(query);
  if (isGlobal) return pageOf({ name: 'clients', items: [globalClient], show: select }, query);

  const found = [...state.config.clients.values()].filter(
    (client) =>
      (isFirstParty === undefined || client.is_first_party === isFirstParty) &&
      (types === undefined || types.includes(client.app_type)),
  );
  const show = (client: Client) => select(clientShape(client, caller));

  return pageOf({ name: 'clients', items: found, show }, query);
});

/** Answers `GET /api/v2/clients/{id}`. */
export const getClient = reading(scopes, fieldParameters, (query, exchange, caller) => {
  const client = named(clientRegistration, exchange);

  return json(200, fieldSelection(query)(clientShape(client, caller)));
});

/** Shows a client as the Management API does: its secret to callers with `read:client_keys` alone (contract §6.12). */
function clientShape(
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
