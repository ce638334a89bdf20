import { hexDigits } from '../../protocol/random.ts';
import { parseOrganization } from '../../seed/parse/parse-organization.ts';
import type { Organization } from '../../state/config/organization.ts';
import { forgetMembers, refuseNewName } from './members.ts';
import { type Registration, without } from './registration.ts';

/** Organizations. Their connections are written one by one. */
export const organizationRegistration: Registration<Organization> = {
  name: 'organizations',
  noun: 'organization',
  itemsOf: ({ config: { organizations } }) => organizations,
  idOf: ({ id }) => id,
  keyOf: ({ name }) => name,
  shape: (organization) => without(organization, 'connections'),
  writable: (organization) => without(organization, 'id', 'connections'),
  fixed: [],
  separate: ['connections'],
  parse: (fields, { notices, former }) => {
    refuseNewName(fields, former);

    return {
      ...parseOrganization(fields, [], notices),
      connections: former?.connections ?? [],
      id: former?.id ?? `org_${hexDigits(16)}`,
    };
  },
  replace: (items, state) => {
    state.config.organizations = items;
  },
  forget: ({ name }, state) => forgetMembers('organizations', name, state),
};
