import { JsonReader } from '../protocol/json-reader.ts';
import { defined } from '../protocol/json.ts';
import { derivedId } from '../protocol/random.ts';
import type { RateLimitSettings, Seed } from '../state/config/seed.ts';

/** What the Deploy CLI has no place for: made-up ids, secrets, and the tenant's own API. */
export interface LocalFacts {
  readonly credentialsOf: (clientName: string) => Credentials;
  readonly managementApi: Seed['managementApi'];
  readonly rateLimit: RateLimitSettings;
  readonly loopbackNeedsConsent: boolean;
  /** The client that the Deploy CLI signs in as: at a real tenant it is there before the first import. */
  readonly deployClient: string | undefined;
  /** What stands for `##NAME##` in the tenant's file, as the Deploy CLI replaces it. */
  readonly keywords: Readonly<Record<string, string>>;
}

type Credentials = Readonly<Record<'client_id' | 'client_secret', string>>;

/** Reads `local.json`. A client it does not name gets an id and a secret made from its name. */
export function parseLocalFacts(value: unknown): LocalFacts {
  const file = new JsonReader(value, '');
  const clients = file.object('clients');
  const named = new Map(
    clients.names().map((name) => [name, clients.object(name).whole(parseCredentials)]),
  );

  return file.whole((fields) => ({
    credentialsOf: (name: string) => ({ ...derivedCredentials(name), ...named.get(name) }),
    managementApi: fields.object('managementApi').whole(parseManagementApi),
    rateLimit: fields.object('rateLimit').whole(parseRateLimit),
    loopbackNeedsConsent: fields.optionalFlag('loopbackNeedsConsent') ?? false,
    deployClient: fields.optionalText('deployClient'),
    keywords: fields.object('keywords').allTexts(),
  }));
}

function parseCredentials(client: JsonReader): Partial<Credentials> {
  return defined({
    client_id: client.optionalText('client_id'),
    client_secret: client.optionalText('client_secret'),
  });
}

function derivedCredentials(name: string): Credentials {
  return {
    client_id: derivedId('', `client ${name}`, 32),
    client_secret: derivedId('', `secret ${name}`, 64),
  };
}

function parseManagementApi(api: JsonReader): LocalFacts['managementApi'] {
  return {
    token_lifetime: api.optionalNumber('token_lifetime') ?? 86_400,
    allow_offline_access: api.optionalFlag('allow_offline_access') ?? false,
    skip_consent_for_verifiable_first_party_clients:
      api.optionalFlag('skip_consent_for_verifiable_first_party_clients') ?? true,
  };
}

function parseRateLimit(limit: JsonReader): RateLimitSettings {
  return {
    burst: limit.optionalNumber('burst') ?? 10,
    perSecond: limit.optionalNumber('perSecond') ?? 10,
    exposeHeaders: limit.optionalFlag('exposeHeaders') ?? true,
  };
}
