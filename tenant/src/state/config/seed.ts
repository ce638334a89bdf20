import type { User } from '../people/user.ts';
import type { ActionBinding, KeptAction } from './action.ts';
import type { Api, ClientGrant, Role } from './api.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import type { Organization } from './organization.ts';

/** How long things last. */
export interface Lifetimes {
  /** Access tokens of the Management API, and opaque ones. */
  readonly accessTokenMs: number;
  readonly sessionMs: number;
  readonly idleSessionMs: number;
}

/** What a tenant starts from. */
export interface Seed {
  readonly settings: TenantSettings;
  readonly lifetimes: Lifetimes;
  readonly clients: readonly Client[];
  readonly connections: readonly Connection[];
  readonly apis: readonly Api[];
  /** What can be set of the Management API, which is no `resourceServer` of the file. */
  readonly managementApi: Pick<
    Api,
    'token_lifetime' | 'allow_offline_access' | 'skip_consent_for_verifiable_first_party_clients'
  >;
  readonly clientGrants: readonly ClientGrant[];
  readonly roles: readonly Role[];
  readonly organizations: readonly Organization[];
  readonly actions: readonly KeptAction[];
  /** What `post-login` is bound to, in its order (contract §9). */
  readonly postLoginBindings: readonly ActionBinding[];
  readonly rateLimit: RateLimitSettings;
  readonly users: readonly User[];
}

/** What holds for the whole tenant. */
export interface TenantSettings {
  readonly friendlyName: string;
  /** The languages of its pages, the first for whoever asks for none of them. */
  readonly enabledLocales: readonly string[];
  readonly supportEmail?: string;
  readonly supportUrl?: string;
  readonly pictureUrl?: string;
  /** Where logging out may lead without a `client_id` (contract §5). */
  readonly allowedLogoutUrls: readonly string[];
  readonly defaultDirectory?: string;
  readonly defaultAudience?: string;
  /** Whether discovery names an `end_session_endpoint` (contract §1). */
  readonly showsEndSessionEndpoint: boolean;
  /** Whether revoking a refresh token revokes all that its grant gave (contract §5). */
  readonly revokesGrantWithRefreshToken: boolean;
  /** Whether signing up tells that an address has an account already. */
  readonly tellsThatUserExists: boolean;
  /** Whether a magic link works in any browser; off in tenants made since 2023 (contract §4.3). */
  readonly allowsMagicLinkWithoutSession: boolean;
  /**
   * Whether a client with a loopback callback cannot be verified, so that its people are asked for
   * consent, as on a real tenant (contract §0).
   */
  readonly loopbackNeedsConsent: boolean;
}

/** How many Management calls the tenant takes: a bucket and what flows into it (contract §6.1). */
export interface RateLimitSettings {
  readonly burst: number;
  readonly perSecond: number;
  /** Whether pages may read the headers; nobody documents that of a real tenant (contract §0). */
  readonly exposeHeaders: boolean;
}
