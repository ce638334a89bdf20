import { JsonReader } from '../protocol/json-reader.ts';
import type { ClientGrant } from '../state/config/api.ts';
import type { Client } from '../state/config/client.ts';
import { deployScopes } from '../state/config/management-api.ts';
import { derivedId } from './derived-id.ts';
import type { LocalFacts } from './local-facts.ts';
import type { Notices } from './notices.ts';
import { parseClient } from './parse/parse-client.ts';

/** The clients of the file, and the one that the Deploy CLI signs in as. */
export function withDeployClient(
  clients: readonly Client[],
  facts: LocalFacts,
  notices: Notices,
): readonly Client[] {
  const name = facts.deployClient;
  // A file that was exported names it, as one of a real tenant does.
  if (name === undefined || clients.some((client) => client.name === name)) return clients;
  const fields = new JsonReader({ name, app_type: 'non_interactive' }, 'deployClient');

  return [...clients, parseClient(fields, facts, notices)];
}

/** What that client may do. The Deploy CLI leaves its own grant alone, so that no file has it. */
export function deployGrants(
  clients: readonly Client[],
  { deployClient }: LocalFacts,
): readonly ClientGrant[] {
  return clients
    .filter(({ name }) => name === deployClient)
    .map(({ client_id }) => ({
      id: derivedId('cgr_', `deploy ${client_id}`, 16),
      client_id,
      audience: 'https://localhost/api/v2/',
      scope: deployScopes,
    }));
}
