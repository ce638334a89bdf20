import { defined } from '../protocol/defined.ts';
import { JsonReader } from '../protocol/json-reader.ts';
import type { RateLimitSettings } from '../state/config/settings.ts';
import { derivedId } from './derived-id.ts';

/** What the Deploy CLI has no place for: made-up ids, secrets, and the tenant's own API. */
export interface LocalFacts {
  readonly credentialsOf: (clientName: string) => Credentials;
  readonly managementApi: {
    readonly token_lifetime: number;
    readonly allow_offline_access: boolean;
    readonly skip_consent_for_verifiable_first_party_clients: boolean;
  };
  readonly rateLimit: RateLimitSettings;
  readonly loopbackNeedsConsent: boolean;
  /** The client that the Deploy CLI signs in as: at a real tenant it is there before the first import. */
  readonly deployClient: string | undefined;
  /** What stands for `##NAME##` in the tenant's file, as the Deploy CLI replaces it. */
  readonly keywords: Readonly<Record<string, string>>;
}

interface Credentials {
  readonly client_id: string;
  readonly client_secret: string;
}

/** Reads `local.json`. A client it does not name gets an id and a secret made from its name. */
export function parseLocalFacts(value: unknown): LocalFacts {
  const file = new JsonReader(value, '');
  const clients = file.object('clients');
  const named = new Map(
    clients.names().map((name) => [name, parseCredentials(clients.object(name))]),
  );
  const facts = {
    credentialsOf: (name: string) => ({ ...derivedCredentials(name), ...named.get(name) }),
    managementApi: parseManagementApi(file.object('managementApi')),
    rateLimit: parseRateLimit(file.object('rateLimit')),
    loopbackNeedsConsent: file.optionalFlag('loopbackNeedsConsent') ?? false,
    deployClient: file.optionalText('deployClient'),
    keywords: parseKeywords(file.object('keywords')),
  };
  file.finish();

  return facts;
}

function parseKeywords(keywords: JsonReader): LocalFacts['keywords'] {
  return Object.fromEntries(keywords.names().map((name) => [name, keywords.text(name)]));
}

function parseCredentials(client: JsonReader): Partial<Credentials> {
  const credentials = defined({
    client_id: client.optionalText('client_id'),
    client_secret: client.optionalText('client_secret'),
  });
  client.finish();

  return credentials;
}

function derivedCredentials(name: string): Credentials {
  return {
    client_id: derivedId('', `client ${name}`, 32),
    client_secret: derivedId('', `secret ${name}`, 64),
  };
}

function parseManagementApi(api: JsonReader): LocalFacts['managementApi'] {
  const settings = {
    token_lifetime: api.optionalNumber('token_lifetime') ?? 86_400,
    allow_offline_access: api.optionalFlag('allow_offline_access') ?? false,
    skip_consent_for_verifiable_first_party_clients:
      api.optionalFlag('skip_consent_for_verifiable_first_party_clients') ?? true,
  };
  api.finish();

  return settings;
}

function parseRateLimit(limit: JsonReader): RateLimitSettings {
  const settings = {
    burst: limit.optionalNumber('burst') ?? 10,
    perSecond: limit.optionalNumber('perSecond') ?? 10,
    exposeHeaders: limit.optionalFlag('exposeHeaders') ?? true,
  };
  limit.finish();

  return settings;
}
