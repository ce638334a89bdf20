import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import type { Lifetimes, TenantSettings } from '../../state/config/seed.ts';
import type { LocalFacts } from '../local-facts.ts';
import type { Notices } from '../notices.ts';

const notImitated = [
  ...['change_password', 'device_flow', 'guardian_mfa_page', 'error_page', 'default_token_quota'],
  ...['sandbox_version', 'legacy_sandbox_version', 'default_redirection_uri'],
  ...['security_headers', 'session_cookie', 'sessions', 'acr_values_supported', 'mtls'],
  ...['ephemeral_session_lifetime', 'idle_ephemeral_session_lifetime', 'country_codes'],
  ...['customize_mfa_in_postlogin_action', 'allow_organization_name_in_authentication_api'],
  ...['pushed_authorization_requests_supported'],
  ...['authorization_response_iss_parameter_supported', 'resource_parameter_profile'],
  ...['skip_non_verifiable_callback_uri_confirmation_prompt', 'phone_consolidated_experience'],
];

export const hourMs = 3_600_000;

/** Reads the lifetimes of sessions, in hours in the file; the defaults are Auth0's own. */
export function parseSessionLifetimes(tenant: JsonReader): Omit<Lifetimes, 'accessTokenMs'> {
  return {
    sessionMs: (tenant.optionalNumber('session_lifetime') ?? 168) * hourMs,
    idleSessionMs: (tenant.optionalNumber('idle_session_lifetime') ?? 72) * hourMs,
  };
}

/** Reads `tenant`, after its session lifetimes. */
export function parseTenantSettings(
  tenant: JsonReader,
  { loopbackNeedsConsent }: Pick<LocalFacts, 'loopbackNeedsConsent'>,
  notices: Notices,
): TenantSettings {
  const flags = tenant.object('flags');
  const logout = tenant.object('oidc_logout');
  const universalLogin = tenant.object('universal_login');
  const passwordless = universalLogin.object('passwordless');
  const settings = {
    friendlyName: tenant.optionalText('friendly_name') ?? 'Local tenant',
    // A tenant has English alone until others are enabled.
    enabledLocales: tenant.has('enabled_locales')
      ? tenant.optionalTexts('enabled_locales')
      : ['en'],
    allowedLogoutUrls: tenant.optionalTexts('allowed_logout_urls'),
    showsEndSessionEndpoint:
      logout.optionalFlag('rp_logout_end_session_endpoint_discovery') ?? false,
    revokesGrantWithRefreshToken: flags.optionalFlag('revoke_refresh_token_grant') ?? false,
    tellsThatUserExists: flags.optionalFlag('enable_public_signup_user_exists_error') ?? true,
    allowsMagicLinkWithoutSession:
      passwordless.optionalFlag('allow_magiclink_verify_without_session') ?? false,
    loopbackNeedsConsent,
    ...defined({
      supportEmail: tenant.optionalText('support_email'),
      supportUrl: tenant.optionalText('support_url'),
      pictureUrl: tenant.optionalText('picture_url'),
      defaultDirectory: tenant.optionalText('default_directory'),
      defaultAudience: tenant.optionalText('default_audience'),
    }),
  };
  logout.finish();
  passwordless.finish();
  notices.notImitated(universalLogin.finish(['colors']));
  notices.notImitated(flags.finish(flags.names()));
  notices.notImitated(tenant.finish(notImitated));

  return settings;
}
