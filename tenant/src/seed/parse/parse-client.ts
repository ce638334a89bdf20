import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { tenantOriginKeyword } from '../../state/config/action.ts';
import type {
  Client,
  RefreshTokenPolicy,
  RefreshTokenSettings,
} from '../../state/config/client.ts';
import type { LocalFacts } from '../local-facts.ts';
import type { Notices } from '../notices.ts';
import { parseClientKeys } from './parse-client-keys.ts';

const appTypes = ['spa', 'native', 'regular_web', 'non_interactive'] as const;
const authMethods = ['none', 'client_secret_post', 'client_secret_basic'] as const;

/** What Auth0 knows about a client and nothing here depends on. */
const notImitated = [
  ...['logo_uri', 'oidc_logout', 'oidc_backchannel_logout', 'session_transfer', 'client_aliases'],
  ...['allowed_clients', 'is_token_endpoint_ip_header_trusted', 'encryption_key', 'sso'],
  ...['cross_origin_auth', 'sso_disabled', 'custom_login_page_on', 'addons'],
  ...['custom_login_page', 'custom_login_page_preview', 'form_template', 'mobile'],
  ...['native_social_login', 'default_organization', 'organization_discovery_methods'],
  ...['require_pushed_authorization_requests'],
  ...['require_proof_of_possession', 'signed_request_object', 'compliance_level'],
  ...['skip_non_verifiable_callback_uri_confirmation_prompt', 'token_exchange', 'token_quota'],
  ...['par_request_expiry', 'resource_server_identifier', 'express_configuration'],
];

/** Reads one of `clients`; what it leaves out is as Auth0 sets it for a new application. */
export function parseClient(
  client: JsonReader,
  facts: Pick<LocalFacts, 'credentialsOf'>,
  notices: Notices,
): Client {
  const name = client.text('name');
  const appType = client.optionalChoice('app_type', appTypes) ?? 'regular_web';
  const isPublic = appType === 'spa' || appType === 'native';
  const authMethod =
    client.optionalChoice('token_endpoint_auth_method', authMethods) ??
    (isPublic ? 'none' : 'client_secret_post');
  const { client_id, client_secret } = facts.credentialsOf(name);
  if (client.optionalFlag('oidc_conformant') === false) {
    client.fail('oidc_conformant', 'must be true: the older pipeline is not imitated');
  }
  const keys = parseClientKeys(client);
  return notices.whole(client, notImitated, () => ({
    client_id,
    ...(authMethod !== 'none' && keys === undefined && { client_secret }),
    name,
    app_type: appType,
    is_first_party: client.optionalFlag('is_first_party') ?? true,
    oidc_conformant: true,
    token_endpoint_auth_method: authMethod,
    grant_types: client.givenTexts('grant_types') ?? defaultGrants[appType],
    callbacks: client.optionalTexts('callbacks'),
    allowed_logout_urls: client.optionalTexts('allowed_logout_urls'),
    web_origins: client.optionalTexts('web_origins'),
    allowed_origins: client.optionalTexts('allowed_origins'),
    cross_origin_authentication: client.optionalFlag('cross_origin_authentication') ?? false,
    jwt_configuration: notices.whole(
      client.object('jwt_configuration'),
      ['secret_encoded', 'scopes'],
      parseJwtConfiguration,
    ),
    refresh_token: client
      .object('refresh_token')
      .whole((refresh) => parseRefreshToken(refresh, isPublic)),
    organization_usage:
      client.optionalChoice('organization_usage', ['deny', 'allow', 'require']) ?? 'deny',
    organization_require_behavior:
      client.optionalChoice('organization_require_behavior', [
        ...(['no_prompt', 'pre_login_prompt', 'post_login_prompt'] as const),
      ]) ?? 'no_prompt',
    ...defined({
      assertion_keys: keys,
      description: client.optionalText('description'),
      initiate_login_uri: client.optionalText('initiate_login_uri'),
      cross_origin_loc: parseLocation(client),
      client_metadata: client.optionalJson('client_metadata'),
    }),
  }));
}

/** The client's page for cross-origin verification; it is framed, so it must be an address. */
function parseLocation(client: JsonReader): string | undefined {
  const location = client.optionalText('cross_origin_loc');
  if (location === undefined || location === '') return undefined;

  return URL.canParse(location) ? location : client.fail('cross_origin_loc', 'must be an address');
}

const defaultGrants: Readonly<Record<Client['app_type'], readonly string[]>> = {
  spa: ['implicit', 'authorization_code', 'refresh_token'],
  native: ['implicit', 'authorization_code', 'refresh_token'],
  regular_web: ['implicit', 'authorization_code', 'refresh_token', 'client_credentials'],
  non_interactive: ['client_credentials'],
};

function parseJwtConfiguration(jwt: JsonReader): Client['jwt_configuration'] {
  return {
    alg: jwt.optionalChoice('alg', ['RS256']) ?? 'RS256',
    lifetime_in_seconds: jwt.optionalNumber('lifetime_in_seconds') ?? 36_000,
  };
}

/** Public clients rotate and expire unless the file says otherwise, as at Auth0. */
function parseRefreshToken(refresh: JsonReader, isPublic: boolean): RefreshTokenSettings {
  return {
    rotation_type:
      refresh.optionalChoice('rotation_type', ['rotating', 'non-rotating']) ??
      (isPublic ? 'rotating' : 'non-rotating'),
    expiration_type:
      refresh.optionalChoice('expiration_type', ['expiring', 'non-expiring']) ??
      (isPublic ? 'expiring' : 'non-expiring'),
    leeway: refresh.optionalNumber('leeway') ?? 0,
    token_lifetime: refresh.optionalNumber('token_lifetime') ?? 2_592_000,
    idle_token_lifetime: refresh.optionalNumber('idle_token_lifetime') ?? 1_296_000,
    infinite_token_lifetime: refresh.optionalFlag('infinite_token_lifetime') ?? !isPublic,
    infinite_idle_token_lifetime: refresh.optionalFlag('infinite_idle_token_lifetime') ?? !isPublic,
    ...(refresh.has('policies') && {
      policies: refresh.objects('policies').map((policy) => policy.whole(parsePolicy)),
    }),
  };
}

function parsePolicy(policy: JsonReader): RefreshTokenPolicy {
  return {
    // Any tenant's Management API is this one's.
    audience: policy.text('audience').replace(tenantOriginKeyword, 'https://localhost'),
    scope: policy.texts('scope'),
  };
}
