import type { AuthConfig } from '@auth0/auth0-angular';

import type { LigatureErrorCode } from '../ligature-error';

/** What a portal has told `provideAuth0`, as far as it matters here. */
export type PortalSettings = Readonly<
  Pick<
    AuthConfig,
    'clientId' | 'domain' | 'skipRedirectCallback' | 'useRefreshTokens' | 'useRefreshTokensFallback'
  >
>;

/** The tenant and the application that the configuration of Ligature names. */
interface NamedTenant {
  readonly origin: string;
  readonly clientId: string;
}

/**
 * Whether the portal signs its people in at the same tenant, with the same application. Both accounts of a link have to
 * come from one application (tenant contract §6.5).
 */
const isSameApplication = ({ domain, clientId }: PortalSettings, tenant: NamedTenant): boolean =>
  originOf(domain) === tenant.origin && clientId === tenant.clientId;

/**
 * Whether the portal's `AuthService` takes a sign-in of ours for its own. On other pages the setting is `false`, so that
 * only one that was never made can be told there.
 */
export const takesOurCallbacks = (
  { skipRedirectCallback }: PortalSettings,
  { isOurCallback }: { readonly isOurCallback: boolean },
): boolean => skipRedirectCallback === undefined || (isOurCallback && !skipRedirectCallback);

/** By which setting a second sign-in would turn the portal into the other account, at its next renewal or reload. */
export function settingThatTurns({
  useRefreshTokens,
  useRefreshTokensFallback,
}: PortalSettings): 'useRefreshTokens' | 'useRefreshTokensFallback' | undefined {
  if (useRefreshTokens !== true) return 'useRefreshTokens';

  return useRefreshTokensFallback === true ? 'useRefreshTokensFallback' : undefined;
}

/** The code of a mistake for which no page can be opened. */
export const mistakeIn = (
  portal: PortalSettings,
  tenant: NamedTenant,
): LigatureErrorCode | undefined =>
  isSameApplication(portal, tenant) ? undefined : 'LIG-OTHER-APPLICATION';

const originOf = (domain: string): string =>
  new URL(/^https?:\/\//.test(domain) ? domain : `https://${domain}`).origin;
