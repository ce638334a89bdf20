import { hexDigits } from '../../protocol/random.ts';
import { parseConnection } from '../../seed/parse/parse-connection.ts';
import type { Connection } from '../../state/config/connection.ts';
import { refill, type Registration, without } from '../registrations/registration.ts';

/** Connections, the Deploy CLI's databases among them. None is removed, for its accounts would be left. */
export const connectionRegistration: Registration<Connection> = {
  name: 'connections',
  noun: 'connection',
  itemsOf: ({ config: { connections } }) => [...connections.values()],
  idOf: ({ id }) => id,
  keyOf: ({ name }) => name,
  shape: (connection) => ({ ...connection }),
  writable: (connection) => without(connection, 'id'),
  fixed: ['name', 'strategy'],
  separate: [],
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
  replace: (items, { config: { connections } }) => refill(connections, items, ({ name }) => name),
};
