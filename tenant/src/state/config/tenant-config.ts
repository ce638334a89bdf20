import type { ActionBinding, KeptAction } from './action.ts';
import type { Api } from './api.ts';
import type { Client } from './client.ts';
import { compileAction } from './compile-action.ts';
import type { Connection } from './connection.ts';
import { isManagementAudience, managementApi } from './management-api.ts';
import type { PostLoginHook } from './post-login-hook.ts';
import type { Seed } from './seed.ts';
type Replaceable = {
  -readonly [
    Name in Exclude<keyof Seed, 'clients' | 'apis' | 'connections' | 'managementApi' | 'users'>
  ]: Seed[Name];
};

/** What the tenant is set up with. What the Management API may write is put in the place of what was. */
export interface TenantConfig extends Replaceable {
  readonly clients: Map<string, Client>;
  /** Every API by its audience, the Management API among them. */
  readonly apis: Map<string, Api>;
  readonly connections: Map<string, Connection>;
  /** What runs after every sign-in, in this order (contract §9). */
  postLogin: readonly PostLoginHook[];
}

/** Makes the configuration of a seed, at the tenant with this issuer. Throws a `SeedError` when an Action cannot run. */
export function configOf(seed: Seed, issuer: string): TenantConfig {
  const { actions, postLoginBindings, roles, organizations, lifetimes, settings, rateLimit } = seed;
  const managementAudience = `${issuer}api/v2/`;
  const apis = [managementApi(managementAudience, seed), ...seed.apis];

  return {
    clients: new Map(seed.clients.map((client) => [client.client_id, client])),
    apis: new Map(apis.map((api) => [api.identifier, api])),
    connections: new Map(seed.connections.map((connection) => [connection.name, connection])),
    // A file for several tenants names the Management API of one of them; here it is this tenant's.
    clientGrants: seed.clientGrants.map((grant) =>
      isManagementAudience(grant.audience) ? { ...grant, audience: managementAudience } : grant,
    ),
    ...{ roles, organizations, lifetimes, settings, rateLimit },
    ...boundActions(actions, postLoginBindings, issuer),
  };
}

/** Compiles the Actions that are bound to `post-login`. Throws a `SeedError` when one of them cannot run. */
export function boundActions(
  actions: readonly KeptAction[],
  postLoginBindings: readonly ActionBinding[],
  issuer: string,
): Pick<TenantConfig, 'actions' | 'postLoginBindings' | 'postLogin'> {
  const running = postLoginBindings.flatMap(
    ({ actionName }) => actions.find(({ draft }) => draft.name === actionName)?.deployed ?? [],
  );

  return {
    actions,
    postLoginBindings,
    postLogin: running.map((action) => compileAction(action, issuer)),
  };
}
