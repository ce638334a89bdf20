import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { derivedId } from '../../protocol/random.ts';
import type { Connection } from '../../state/config/connection.ts';
import type { Organization } from '../../state/config/organization.ts';
import type { Notices } from '../notices.ts';

/** Reads one of `organizations`; its connections are named by name. */
export function parseOrganization(
  organization: JsonReader,
  connections: readonly Connection[],
  notices: Notices,
): Organization {
  const name = organization.text('name');
  const left = ['branding', 'token_quota', 'discovery_domains'];

  return notices.whole(organization, left, () => ({
    id: derivedId('org_', name, 16),
    name,
    display_name: organization.optionalText('display_name') ?? name,
    connections: organization
      .optionalObjects('connections')
      .map((connection) => parseOrganizationConnection(connection, connections, notices)),
    ...defined({ metadata: organization.optionalJson('metadata') }),
  }));
}

function parseOrganizationConnection(
  connection: JsonReader,
  connections: readonly Connection[],
  notices: Notices,
): Organization['connections'][number] {
  const name = connection.text('name');
  if (!connections.some((candidate) => candidate.name === name)) {
    connection.fail('name', `names no connection: ${name}`);
  }
  return notices.whole(connection, ['is_signup_enabled'], () => ({
    name,
    assign_membership_on_login: connection.optionalFlag('assign_membership_on_login') ?? false,
    show_as_button: connection.optionalFlag('show_as_button') ?? true,
  }));
}
