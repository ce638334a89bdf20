import type { TenantState } from '../../state/tenant-state.ts';

/** Seconds that an access token for this audience lives (contract §3.1). */
export function accessTokenLifetime(audience: string | undefined, state: TenantState): number {
  const api =
    audience === state.managementAudience ? undefined : state.config.apis.get(audience ?? '');

  return api?.token_lifetime ?? state.config.lifetimes.accessToken;
}

/** The same for a token that travels through the browser: shorter (contract §3.1). */
export function frontChannelLifetime(audience: string | undefined, state: TenantState): number {
  return state.config.apis.get(audience ?? '')?.token_lifetime_for_web ?? 7200;
}
