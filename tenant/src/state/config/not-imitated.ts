/** What an Auth0 tenant answers that has none of something. */
export type NoneOf =
  /** An empty list, in the wrapper of this name when totals are asked for, or bare. */
  | { readonly kind: 'pages'; readonly name: string }
  /** An object: an empty list in a wrapper of its own, or settings as a new tenant has them. */
  | { readonly kind: 'body'; readonly body: object }
  /** A refusal that clients know: there is none, or the plan has no such feature. */
  | {
      readonly kind: 'refusal';
      readonly status: 403 | 404;
      readonly message: string;
      readonly errorCode?: string;
    };

/** Part of the Management API that is not imitated: only what the Deploy CLI and others read of it. */
export interface NotImitated {
  /** After `/api/v2`. */
  readonly path: string;
  /** What its scopes are about: `read:rules` reads it. */
  readonly resource: string;
  readonly none: NoneOf;
}

const pages = (name: string): NoneOf => ({ kind: 'pages', name });
const body = (value: object): NoneOf => ({ kind: 'body', body: value });
const refusal = (status: 403 | 404, message: string, errorCode?: string): NoneOf => ({
  ...{ kind: 'refusal', status, message },
  ...(errorCode !== undefined && { errorCode }),
});
const notThere = refusal(404, 'Not Found');
const noEntitlement = refusal(
  403,
  'This feature is not enabled for this tenant.',
  'feature_not_enabled',
);

/**
 * Everything that the Deploy CLI reads and the tenant has none of. The wrappers and settings are those of
 * https://auth0.com/docs/api/management/v2, under the first word of each path, and of the types of the
 * `auth0` package (7.x). Which refusals are taken for "none" is in the handlers of the Deploy CLI
 * (github.com/auth0/auth0-deploy-cli, `src/tools/auth0/handlers`); their words are guessed.
 */
export const notImitated: readonly NotImitated[] = [
  row('/rules', 'rules', pages('rules')),
  row('/rules-configs', 'rules_configs', body([])),
  row('/hooks', 'hooks', pages('hooks')),
  row(
    '/emails/provider',
    'email_provider',
    refusal(404, 'There is not a configured email provider', 'inexistent_email_provider'),
  ),
  row(
    '/email-templates/:name',
    'email_templates',
    refusal(404, 'The template does not exist', 'inexistent_email_template'),
  ),
  row('/guardian/factors', 'guardian_factors', body([])),
  row('/guardian/factors/:factor/providers/:provider', 'guardian_factors', body({})),
  row('/guardian/factors/:factor/templates', 'guardian_factors', body({})),
  row('/guardian/policies', 'mfa_policies', body([])),
  row('/guardian/factors/phone/selected-provider', 'guardian_factors', notThere),
  row('/guardian/factors/phone/message-types', 'guardian_factors', notThere),
  row('/branding', 'branding', body({})),
  row('/branding/themes/default', 'branding', refusal(404, 'Theme not found', 'theme_not_found')),
  row('/branding/phone/providers', 'phone_providers', body({ providers: [] })),
  row('/branding/phone/templates', 'phone_templates', body({ templates: [] })),
  row('/custom-domains', 'custom_domains', body([])),
  row(
    '/prompts',
    'prompts',
    body({
      universal_login_experience: 'new',
      identifier_first: false,
      webauthn_platform_first_factor: false,
    }),
  ),
  row('/prompts/rendering', 'prompts', pages('configs')),
  row('/prompts/:prompt/partials', 'prompts', body({})),
  row('/prompts/:prompt/custom-text/:language', 'prompts', body({})),
  row('/actions/modules', 'actions', body({ modules: [], total: 0, page: 0, per_page: 50 })),
  row(
    '/attack-protection/breached-password-detection',
    'attack_protection',
    body({ enabled: false, shields: [], admin_notification_frequency: [], method: 'standard' }),
  ),
  row(
    '/attack-protection/brute-force-protection',
    'attack_protection',
    body({
      enabled: true,
      shields: ['block', 'user_notification'],
      mode: 'count_per_identifier_and_ip',
      allowlist: [],
      max_attempts: 10,
    }),
  ),
  row(
    '/attack-protection/suspicious-ip-throttling',
    'attack_protection',
    // A real tenant has it switched on; nobody is throttled here for trying from one machine.
    body({ enabled: false, shields: [], allowlist: [] }),
  ),
  row('/attack-protection/bot-detection', 'attack_protection', noEntitlement),
  row('/attack-protection/captcha', 'attack_protection', noEntitlement),
  row('/risk-assessments/settings', 'attack_protection', body({ enabled: false })),
  row('/risk-assessments/settings/new-device', 'attack_protection', body({ remember_for: 0 })),
  row('/supplemental-signals', 'attack_protection', noEntitlement),
  row('/log-streams', 'log_streams', body([])),
  row('/event-streams', 'event_streams', body({ eventStreams: [] })),
  row('/forms', 'forms', pages('forms')),
  row('/flows', 'flows', pages('flows')),
  row('/flows/vault/connections', 'flows_vault_connections', pages('connections')),
  row('/self-service-profiles', 'self_service_profiles', pages('self_service_profiles')),
  row('/network-acls', 'network_acls', pages('network_acls')),
  row('/user-attribute-profiles', 'user_attribute_profiles', body({ user_attribute_profiles: [] })),
  row('/connection-profiles', 'connection_profiles', body({ connection_profiles: [] })),
  row('/token-exchange-profiles', 'token_exchange_profiles', body({ token_exchange_profiles: [] })),
  row('/rate-limit-policies', 'rate_limit_policies', body({ rate_limit_policies: [] })),
  row(
    '/connections-directory-provisionings',
    'directory_provisionings',
    body({ directory_provisionings: [] }),
  ),
  row('/connections/:id/scim-configuration', 'scim_config', notThere),
  row('/organizations/:id/client-grants', 'organization_client_grants', pages('client_grants')),
  row(
    '/organizations/:id/discovery-domains',
    'organization_discovery_domains',
    body({ domains: [] }),
  ),
  row('/organizations/:id/clients', 'organization_clients', noEntitlement),
];

function row(path: string, resource: string, none: NoneOf): NotImitated {
  return { path, resource, none };
}
