import { hexDigits } from '../../protocol/random.ts';
import { parseClientGrant } from '../../seed/parse/parse-api.ts';
import type { ClientGrant } from '../../state/config/api.ts';
import { type Registration, without } from './registration.ts';

/** What machines may ask of the APIs. */
export const grantRegistration: Registration<ClientGrant> = {
  name: 'client_grants',
  noun: 'client grant',
  itemsOf: ({ config: { clientGrants } }) => clientGrants,
  idOf: ({ id }) => id,
  keyOf: ({ client_id, audience }) => `${client_id} ${audience}`,
  shape: (grant) => ({ ...grant }),
  writable: (grant) => without(grant, 'id'),
  fixed: ['client_id', 'audience'],
  separate: [],
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
  replace: (items, state) => {
    state.config.clientGrants = items;
  },
  forget: () => undefined,
};
