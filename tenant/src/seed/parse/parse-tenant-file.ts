import { JsonReader, SeedError } from '../../protocol/json-reader.ts';
import { derivedId } from '../../protocol/random.ts';
import type { ClientGrant } from '../../state/config/api.ts';
import type { Client } from '../../state/config/client.ts';
import { deployScopes } from '../../state/config/management-api.ts';
import type { Seed } from '../../state/config/seed.ts';
import type { LocalFacts } from '../local-facts.ts';
import type { Notices } from '../notices.ts';
import { parseActions, type ReadNearby } from './parse-actions.ts';
import { parseApi, parseClientGrant, parseRole } from './parse-api.ts';
import { parseClient } from './parse-client.ts';
import { parseConnection, bodyInFile } from './parse-connection.ts';
import { parseOrganization } from './parse-organization.ts';
import { parseSessionLifetimes, parseTenantSettings } from './parse-tenant-settings.ts';

/** Sections of the Deploy CLI that have nothing to do with how the tenant answers. */
const notImitated = [
  ...['rules', 'rulesConfigs', 'hooks', 'pages', 'emailProvider', 'emailTemplates', 'prompts'],
  ...['phoneProviders', 'guardianFactors', 'guardianFactorProviders', 'guardianFactorTemplates'],
  ...['guardianPhoneFactorMessageTypes', 'guardianPhoneFactorSelectedProvider', 'migrations'],
  ...['guardianPolicies', 'branding', 'themes', 'logStreams', 'attackProtection', 'forms', 'flows'],
  ...['flowVaultConnections', 'selfServiceProfiles', 'networkACLs', 'customDomains'],
  ...[
    'connectionProfiles',
    'userAttributeProfiles',
    'riskAssessments',
    'riskAssessment',
    'exclude',
  ],
  ...['phoneTemplates', 'actionModules', 'tokenExchangeProfiles', 'supplementalSignals'],
  ...['rateLimitPolicies', 'eventStreams', 'clientAuthCredentials'],
];

/** What a file is read with: the facts of this machine, the files beside it, and where remarks go. */
interface FileContext {
  readonly facts: LocalFacts;
  readonly readNearby: ReadNearby;
  readonly notices: Notices;
}

/** Reads the parsed content of a file in the Deploy CLI's YAML format: all that a tenant starts from but its people. */
export function parseTenantFile(
  value: unknown,
  { facts, readNearby, notices }: FileContext,
): Omit<Seed, 'users'> {
  const file = new JsonReader(value, '');
  const tenant = file.object('tenant');
  const sessionLifetimes = parseSessionLifetimes(tenant);
  const settings = parseTenantSettings(tenant, facts, notices);
  const clients = withDeployClient(
    file.optionalObjects('clients').map((client) => parseClient(client, facts, notices)),
    facts,
    notices,
  );
  // The Deploy CLI names clients by their names.
  const clientIdOf = (name: string) => clients.find((client) => client.name === name)?.client_id;
  const references = {
    clientIdOf,
    bodyOf: (email: JsonReader) => bodyInFile(email, notices, readNearby),
  };
  const connections = [
    ...file.optionalObjects('databases'),
    ...file.optionalObjects('connections'),
  ].map((connection) => parseConnection(connection, references, notices));
  const apis = file.optionalObjects('resourceServers').map((api) => parseApi(api, notices));
  const parsed = {
    settings,
    lifetimes: {
      accessTokenMs: facts.managementApi.token_lifetime * 1000,
      ...sessionLifetimes,
    },
    clients,
    connections,
    apis,
    managementApi: facts.managementApi,
    clientGrants: [
      ...file
        .optionalObjects('clientGrants')
        .map((grant) => parseClientGrant(grant, { clientIdOf, apis, notices })),
      ...deployGrants(clients, facts),
    ],
    roles: file.optionalObjects('roles').map(parseRole),
    organizations: file
      .optionalObjects('organizations')
      .map((organization) => parseOrganization(organization, connections, notices)),
    ...parseActions(file, readNearby, notices),
    rateLimit: facts.rateLimit,
  };
  notices.notImitated(file.finish(notImitated));
  refuseTwins('clients', clients);
  refuseTwins('connections', connections);

  return parsed;
}

/** Names are how the file refers to things, so one name is one thing. */
function refuseTwins(section: string, things: readonly { readonly name: string }[]): void {
  const names = things.map(({ name }) => name);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new SeedError(`${section} has ${twin} twice`);
}

/** The clients of the file, and the one that the Deploy CLI signs in as. */
function withDeployClient(
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
function deployGrants(
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
