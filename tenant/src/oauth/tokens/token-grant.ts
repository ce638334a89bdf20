import type { Client } from '../../state/config/client.ts';
import type { Authorization } from '../../state/grants.ts';
import type { User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** What tokens are made of: who, for which client, under which grant. */
export interface TokenGrant {
  readonly grantId: string;
  readonly user: User;
  readonly client: Client;
  readonly authorization: Authorization;
}

/** Tells how long an access token for an audience lives; without one it is opaque (contract §3.1). */
export function accessTokenLifetimeMs(audience: string | undefined, state: TenantState): number {
  const api =
    audience === state.managementAudience ? undefined : state.config.apis.get(audience ?? '');

  return api === undefined ? state.config.lifetimes.accessTokenMs : api.token_lifetime * 1000;
}

/** Tells how long an access token lives that `/authorize` hands to a browser: shorter (contract §3.1). */
export function frontChannelLifetimeMs(audience: string | undefined, state: TenantState): number {
  return (state.config.apis.get(audience ?? '')?.token_lifetime_for_web ?? 7200) * 1000;
}
