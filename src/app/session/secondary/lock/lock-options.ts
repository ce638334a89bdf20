import type { LigatureConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { linkCallbackUrl } from '../../sign-in/callback-url';
import type { LockRequest } from './lock-request';

/** The language whose words Lock brings along; others it would fetch from elsewhere. */
export const lockLanguage = 'en';

/** Sets Lock up so that it signs in with one connection, by the SDK's own request and by nothing else. */
export function lockOptions(
  { tenant, branding }: LigatureConfig,
  { label }: Connection,
  request: LockRequest,
) {
  const { connection, audience, ...params } = request;

  return {
    allowedConnections: [connection],
    // Whoever links has an account; a new one is made where the portal makes them.
    allowSignUp: false,
    auth: {
      audience,
      autoParseHash: false,
      params,
      redirectUrl: linkCallbackUrl(),
      responseType: 'code',
      sso: false,
    },
    avatar: null,
    closable: false,
    configurationBaseUrl: tenant.origin,
    // It would complain about each word that only its own dictionary has.
    disableWarnings: true,
    language: lockLanguage,
    languageDictionary: { title: label },
    overrides: {
      __token_issuer: `${tenant.origin}/`,
      __jwks_uri: `${tenant.origin}/.well-known/jwks.json`,
    },
    // It would ask the tenant's session who was here last, and note it in this browser.
    rememberLastLogin: false,
    theme: {
      authButtons: { [connection]: { displayName: label } },
      logo: branding.logoUrl ?? 'favicon.svg',
    },
  };
}
