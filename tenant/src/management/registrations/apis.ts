import { ManagementError } from '../../protocol/errors.ts';
import { hexDigits } from '../../protocol/random.ts';
import { parseApi, parseClientGrant } from '../../seed/parse/parse-api.ts';
import type { Api, ClientGrant } from '../../state/config/api.ts';
import { inList, inMap, type Registration, without } from './registration.ts';

/** APIs, that is resource servers. The Management API is shown among them, and stays as it is. */
export const apiRegistration: Registration<Api> = {
  name: 'resource_servers',
  noun: 'resource server',
  idOf: ({ id }) => id,
  ...inMap(
    ({ apis }) => apis,
    ({ identifier }) => identifier,
  ),
  shape: (api, { managementAudience }) => ({
    ...api,
    signing_alg: 'RS256',
    is_system: api.identifier === managementAudience,
  }),
  writable: (api) => without(api, 'id'),
  fixed: ['identifier'],
  parse: (fields, { notices, former }) => ({
    ...parseApi(fields, notices),
    id: former?.id ?? hexDigits(24),
  }),
  forget: ({ identifier }, state) => {
    if (identifier === state.managementAudience) {
      throw new ManagementError(403, 'The Management API cannot be removed.');
    }
    state.config.clientGrants = state.config.clientGrants.filter(
      ({ audience }) => audience !== identifier,
    );
  },
};

/** What machines may ask of the APIs. */
export const grantRegistration: Registration<ClientGrant> = {
  name: 'client_grants',
  noun: 'client grant',
  ...inList('clientGrants'),
  keyOf: ({ client_id, audience }) => `${client_id} ${audience}`,
  shape: (grant) => ({ ...grant }),
  writable: (grant) => without(grant, 'id'),
  fixed: ['client_id', 'audience'],
  parse: (fields, { state, notices, former }) => {
    const clientIdOf = (id: string) => (state.config.clients.has(id) ? id : undefined);
    const grant = parseClientGrant(fields, {
      clientIdOf,
      apis: [...state.config.apis.values()],
      notices,
    });
    // In a file it may be the Management API of any tenant, and here it is this one's.
    if (!state.config.apis.has(grant.audience)) {
      fields.fail('audience', `names no resource server: ${grant.audience}`);
    }

    return { ...grant, id: former?.id ?? `cgr_${hexDigits(16)}` };
  },
  forget: () => undefined,
};
