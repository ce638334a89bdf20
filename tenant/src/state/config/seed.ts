import type { User } from '../people/user.ts';
import type { ActionBinding, KeptAction } from './action.ts';
import type { Api, ClientGrant, Role } from './api.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import type { Organization } from './organization.ts';
import type { RateLimitSettings, TenantSettings } from './settings.ts';

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
