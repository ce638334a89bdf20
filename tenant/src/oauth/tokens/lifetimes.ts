import type { TenantState } from '../../state/tenant-state.ts';

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
