import { ManagementError } from '../../protocol/errors.ts';
import { json, pathParameter, type Reply } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { hexDigits } from '../../protocol/random.ts';
import { parseOrganization } from '../../seed/parse/parse-organization.ts';
import type { Connection } from '../../state/config/connection.ts';
import type { Organization } from '../../state/config/organization.ts';
import type { Endpoint, Exchange, TenantState } from '../../state/tenant-state.ts';
import { bodyObject } from '../body.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';
import { forgetMembers, refuseNewName } from './members.ts';
import { named, noContent, put } from './registration-endpoints.ts';
import { inList, readAsInFile, type Registration, without } from './registration.ts';

/** Organizations. Their connections are written one by one. */
export const organizationRegistration: Registration<Organization> = {
  name: 'organizations',
  noun: 'organization',
  ...inList('organizations'),
  keyOf: ({ name }) => name,
  shape: (organization) => without(organization, 'connections'),
  writable: (organization) => without(organization, 'id', 'connections'),
  separate: ['connections'],
  parse: (fields, { notices, former }) => {
    refuseNewName(fields, former);

    return {
      ...parseOrganization(fields, [], notices),
      connections: former?.connections ?? [],
      id: former?.id ?? `org_${hexDigits(16)}`,
    };
  },
  forget: ({ name }, state) => forgetMembers('organizations', name, state),
};

type Enabled = Organization['connections'][number];

/** Answers `GET /api/v2/organizations/{id}/connections`. */
export const listOrganizationConnections = connectionsUnder('connections');

/** Answers `GET /api/v2/organizations/{id}/enabled_connections`, as it was called before. */
export const listEnabledConnections = connectionsUnder('enabled_connections');

function connectionsUnder(name: string): Endpoint {
  return async (exchange) => {
    const { request, state } = exchange;
    await authorize(['read:organization_connections'], exchange);
    const { connections } = named(organizationRegistration, exchange);
    const query = new CheckedQuery(request.query, { ...pagingParameters, is_enabled: '' });
    // None is kept that is switched off.
    const shown = query.flag('is_enabled') === false ? [] : connections;

    return pageOf({ name, items: shown, show: (enabled) => shape(enabled, state) }, query);
  };
}

/** Answers `POST /api/v2/organizations/{id}/connections`. */
export async function addOrganizationConnection(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['create:organization_connections'], exchange);
  const organization = named(organizationRegistration, exchange);
  const { connection_id: id, ...body } = bodyObject(request);
  const { name } = connectionWithId(id, state);
  if (organization.connections.some((enabled) => enabled.name === name)) {
    throw new ManagementError(409, 'The connection is enabled for the organization already.');
  }
  const enabled = enabledIn(body, {
    name,
    assign_membership_on_login: false,
    show_as_button: true,
  });
  const connections = [...organization.connections, enabled];
  put(organizationRegistration, [organization, { ...organization, connections }], state);

  return json(201, shape(enabled, state));
}

/** Answers `PATCH /api/v2/organizations/{id}/connections/{connectionId}`. */
export async function updateOrganizationConnection(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['update:organization_connections'], exchange);
  const [organization, former] = enabledAt(exchange);
  const enabled = enabledIn(bodyObject(request), former);
  const connections = organization.connections.map((other) => (other === former ? enabled : other));
  put(organizationRegistration, [organization, { ...organization, connections }], state);

  return json(200, shape(enabled, state));
}

/** Answers `DELETE /api/v2/organizations/{id}/connections/{connectionId}`. */
export async function removeOrganizationConnection(exchange: Exchange): Promise<Reply> {
  await authorize(['delete:organization_connections'], exchange);
  const [organization, removed] = enabledAt(exchange);
  const connections = organization.connections.filter((enabled) => enabled !== removed);
  put(organizationRegistration, [organization, { ...organization, connections }], exchange.state);

  return noContent;
}

function enabledAt(exchange: Exchange): readonly [Organization, Enabled] {
  const { request, state } = exchange;
  const organization = named(organizationRegistration, exchange);
  const { name } = connectionWithId(pathParameter(request, 'connectionId'), state);
  const enabled = organization.connections.find((candidate) => candidate.name === name);
  if (enabled === undefined) throw inexistent();

  return [organization, enabled];
}

function connectionWithId(id: unknown, { config: { connections } }: TenantState): Connection {
  const found = [...connections.values()].find((connection) => connection.id === id);
  if (found === undefined) throw inexistent();

  return found;
}

function inexistent(): ManagementError {
  return new ManagementError(404, 'The connection does not exist', 'inexistent_connection');
}

/** What a body says, and what was so where it says nothing. */
function enabledIn(body: JsonObject, { name, ...former }: Enabled): Enabled {
  return readAsInFile({ ...former, ...body }, (properties) =>
    properties.whole((fields) => {
      // Both say how it is here for every connection of an organization.
      if (fields.optionalFlag('is_enabled') === false) {
        fields.fail('is_enabled', 'must be true here');
      }
      if (fields.optionalFlag('is_signup_enabled') === true) {
        fields.fail('is_signup_enabled', 'must be false here');
      }

      return {
        name,
        assign_membership_on_login: fields.optionalFlag('assign_membership_on_login') ?? false,
        show_as_button: fields.optionalFlag('show_as_button') ?? true,
      };
    }),
  );
}

function shape(
  { name, ...enabled }: Enabled,
  { config: { connections } }: TenantState,
): JsonObject {
  const connection = connections.get(name);

  return {
    connection_id: connection?.id,
    ...enabled,
    is_signup_enabled: false,
    is_enabled: true,
    connection: { name, strategy: connection?.strategy },
  };
}
