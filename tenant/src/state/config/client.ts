import type { JsonObject } from '../../protocol/json.ts';

/** An application registered at the tenant, in Auth0's names. */
export interface Client {
  readonly client_id: string;
  /** A public client has none. */
  readonly client_secret?: string;
  readonly name: string;
  readonly description?: string;
  readonly app_type: 'spa' | 'native' | 'regular_web' | 'non_interactive';
  readonly is_first_party: boolean;
  readonly oidc_conformant: true;
  readonly token_endpoint_auth_method: 'none' | 'client_secret_post' | 'client_secret_basic';
  /** The keys of `private_key_jwt`; a client that has some needs no secret, and its secret is no use. */
  readonly assertion_keys?: readonly ClientKey[];
  readonly grant_types: readonly string[];
  readonly callbacks: readonly string[];
  readonly allowed_logout_urls: readonly string[];
  readonly web_origins: readonly string[];
  readonly allowed_origins: readonly string[];
  /** Whether `/co/authenticate` may be called for it (contract §4.4). */
  readonly cross_origin_authentication: boolean;
  /** The client's page that answers for its browser where cookies do not (contract §4.4). */
  readonly cross_origin_loc?: string;
  readonly jwt_configuration: {
    readonly alg: 'RS256';
    /** How long its ID tokens live, in seconds. */
    readonly lifetime_in_seconds: number;
  };
  readonly refresh_token: RefreshTokenSettings;
  readonly organization_usage: 'deny' | 'allow' | 'require';
  readonly organization_require_behavior: 'no_prompt' | 'pre_login_prompt' | 'post_login_prompt';
  readonly initiate_login_uri?: string;
  readonly client_metadata?: JsonObject;
}

/** A public key that a client proves itself with (RFC 7523). */
export interface ClientKey {
  readonly pem: string;
  readonly alg: 'RS256' | 'RS384' | 'PS256';
}

/** How the refresh tokens of a client live, all times in seconds (contract §3.2). */
export interface RefreshTokenSettings {
  readonly rotation_type: 'rotating' | 'non-rotating';
  readonly expiration_type: 'expiring' | 'non-expiring';
  /** How long a token that was rotated away is still answered, as for a lost answer. */
  readonly leeway: number;
  readonly token_lifetime: number;
  readonly idle_token_lifetime: number;
  readonly infinite_token_lifetime: boolean;
  readonly infinite_idle_token_lifetime: boolean;
  /** For which APIs, beside that of the sign-in, a refresh token brings access tokens (contract §3.2). */
  readonly policies?: readonly RefreshTokenPolicy[];
}

/** An API for which a multi-resource refresh token may be used, and with which scopes. */
export interface RefreshTokenPolicy {
  readonly audience: string;
  readonly scope: readonly string[];
}

/** Whether a client has no secret to prove itself with: PKCE is all it has. */
export function isPublic(client: Client): boolean {
  return client.token_endpoint_auth_method === 'none';
}

/**
 * Registers one more place of the application at its client: what the addresses of its pages begin with, which is an
 * origin or a folder of one, without a slash at the end, or a page with a parameter for the path (`…/account?page=`).
 */
export function withAppOrigin(client: Client, place: string): Client {
  const { origin, pathname, search } = new URL(place);
  const home = search === '' ? `${place}/` : origin + pathname;

  return {
    ...client,
    callbacks: [`${place}/callback`, `${place}/link/callback`, ...client.callbacks],
    allowed_logout_urls: [...client.allowed_logout_urls, place === origin ? origin : home],
    web_origins: [...client.web_origins, origin],
  };
}

/** Tells where people begin at an application, if it has pages: the folder of its first callback. */
export function homeOf({ callbacks: [callback] }: Client): string | undefined {
  return callback !== undefined && /^https?:/.test(callback)
    ? new URL('.', callback).href
    : undefined;
}

/** Lists the origins of a client's own pages: its callbacks, and what else is listed (§0). */
export function webOriginsOf(client: Client): readonly string[] {
  const addresses = [...client.web_origins, ...client.allowed_origins, ...client.callbacks];

  return [...new Set(addresses.flatMap(originsIn))];
}

/** Whether a client lists this web origin, which a browser writes in one way and a person in several. */
export function hasWebOrigin({ web_origins }: Client, origin: string): boolean {
  return web_origins.flatMap(originsIn).includes(origin);
}

/** The origin of an address; that of a native application's is none, though browsers call it `null`. */
function originsIn(address: string): readonly string[] {
  const origin = URL.canParse(address) ? new URL(address).origin : 'null';

  return origin === 'null' ? [] : [origin];
}

/** Whether a page of this origin may call the tenant: it hosts a callback or is listed (§0). */
export function mayCallFrom(client: Client, origin: string): boolean {
  return webOriginsOf(client).includes(origin);
}
