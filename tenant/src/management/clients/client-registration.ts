import { hexDigits } from '../../protocol/random.ts';
import { parseClient } from '../../seed/parse/parse-client.ts';
import type { Client } from '../../state/config/client.ts';
import { refill, type Registration, without } from '../registrations/registration.ts';
import { clientShape } from './clients.ts';

/** Applications. Two of them may have one name, as at Auth0. */
export const clientRegistration: Registration<Client> = {
  name: 'clients',
  noun: 'client',
  itemsOf: ({ config: { clients } }) => [...clients.values()],
  idOf: ({ client_id }) => client_id,
  keyOf: ({ client_id }) => client_id,
  shape: (client, _state, caller) => clientShape(client, caller),
  writable: (client) => ({
    ...without(client, 'client_id', 'client_secret', 'assertion_keys'),
    ...(client.assertion_keys !== undefined && {
      client_authentication_methods: { private_key_jwt: { credentials: client.assertion_keys } },
    }),
  }),
  fixed: [],
  separate: [],
  parse: (fields, { notices, former }) => {
    const given = fields.optionalText('client_secret');
    const credentials = {
      client_id: former?.client_id ?? hexDigits(32),
      client_secret: given ?? former?.client_secret ?? hexDigits(64),
    };

    return parseClient(fields, { credentialsOf: () => credentials }, notices);
  },
  replace: (items, { config: { clients } }) => refill(clients, items, ({ client_id }) => client_id),
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
