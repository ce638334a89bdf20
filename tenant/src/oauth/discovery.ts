import { json, type Reply } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';

/**
 * Answers `GET /.well-known/openid-configuration`: what this tenant answers, under Auth0's keys. It does not
 * name what it lacks, where Auth0's own document names more (contract §1).
 */
export function discovery({ state: { issuer, config } }: Exchange): Reply {
  return json(200, {
    issuer,
    authorization_endpoint: `${issuer}authorize`,
    token_endpoint: `${issuer}oauth/token`,
    userinfo_endpoint: `${issuer}userinfo`,
    jwks_uri: `${issuer}.well-known/jwks.json`,
    revocation_endpoint: `${issuer}oauth/revoke`,
    ...(config.settings.showsEndSessionEndpoint && {
      end_session_endpoint: `${issuer}oidc/logout`,
    }),
    scopes_supported: ['openid', 'profile', 'offline_access', 'email', 'phone'],
    response_types_supported: [
      'code',
      'token',
      'id_token',
      'code token',
      'code id_token',
      'token id_token',
      'code token id_token',
    ],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: [
      'authorization_code',
      'implicit',
      'refresh_token',
      'client_credentials',
      'password',
      'http://auth0.com/oauth/grant-type/password-realm',
      'http://auth0.com/oauth/grant-type/passwordless/otp',
    ],
    dpop_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: [
      'none',
      'client_secret_basic',
      'client_secret_post',
      'private_key_jwt',
    ],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'PS256'],
    claims_supported: [
      'aud',
      'auth_time',
      'email',
      'email_verified',
      'exp',
      'family_name',
      'given_name',
      'iat',
      'iss',
      'name',
      'nickname',
      'phone_number',
      'picture',
      'sub',
    ],
    request_uri_parameter_supported: false,
    request_parameter_supported: false,
  });
}

/** Answers `GET /.well-known/jwks.json`: the key that every token is signed with (contract §1). */
export async function jwks({ state: { signer } }: Exchange): Promise<Reply> {
  return json(200, await signer.publicKeys());
}
