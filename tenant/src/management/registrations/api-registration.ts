import { ManagementError } from '../../protocol/errors.ts';
import { hexDigits } from '../../protocol/random.ts';
import { parseApi } from '../../seed/parse/parse-api.ts';
import type { Api } from '../../state/config/api.ts';
import { refill, type Registration, without } from './registration.ts';

/** APIs, that is resource servers. The Management API is shown among them, and stays as it is. */
export const apiRegistration: Registration<Api> = {
  name: 'resource_servers',
  noun: 'resource server',
  itemsOf: ({ config: { apis } }) => [...apis.values()],
  idOf: ({ id }) => id,
  keyOf: ({ identifier }) => identifier,
  shape: (api, { managementAudience }) => ({
    ...api,
    signing_alg: 'RS256',
    is_system: api.identifier === managementAudience,
  }),
  writable: (api) => without(api, 'id'),
  fixed: ['identifier'],
  separate: [],
  parse: (fields, { notices, former }) => ({
    ...parseApi(fields, notices),
    id: former?.id ?? hexDigits(24),
  }),
  replace: (items, { config: { apis } }) => refill(apis, items, ({ identifier }) => identifier),
  forget: ({ identifier }, state) => {
    if (identifier === state.managementAudience) {
      throw new ManagementError(403, 'The Management API cannot be removed.');
    }
    state.config.clientGrants = state.config.clientGrants.filter(
      ({ audience }) => audience !== identifier,
    );
  },
};
