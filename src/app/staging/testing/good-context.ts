import type { LigatureConfig } from '../../config/ligature-config';
import type { ProbeAnswer } from '../../management-api/tenant-probe';
import type { CheckContext } from '../checks/rules/check';

/** Only specs use this: a tenant, a browser and a page that have nothing to fix. */
export const goodConfig: LigatureConfig = {
  tenant: {
    origin: 'https://login.acme.example',
    clientId: 'spa',
    audience: 'https://acme.eu.auth0.com/api/v2/',
    environment: 'staging',
  },
  connections: [
    { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
    { name: 'sms', strategy: 'sms', label: 'SMS', transport: 'embedded' },
  ],
  policy: {
    confirmWithin: 300,
    requireVerifiedEmail: true,
    allowUnlink: true,
    trustedEmailConnections: [],
    allowSwap: true,
    enterpriseMustBePrimary: true,
    reservedMetadata: [],
    metadataPresets: new Map(),
  },
  branding: { productName: 'Acme', logoUrl: null, theme: 'system' },
  returnAddresses: [],
  staging: true,
};

export const answered = (
  status: number,
  json: object = {},
  rateLimit: object = { limit: 10, remaining: 9 },
): ProbeAnswer => ({ kind: 'answered', status, json: { ...json }, rateLimit });

export const goodHeaders = new Map([
  [
    'content-security-policy',
    "default-src 'none'; script-src 'self'; connect-src 'self' https://login.acme.example https://acme.eu.auth0.com; frame-src https://login.acme.example; frame-ancestors 'none'",
  ],
  ['cross-origin-opener-policy', 'same-origin-allow-popups'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['cache-control', 'no-store'],
]);

const jwt = (header: object, claims: object) => ({
  header: new Map(Object.entries(header)),
  claims: new Map(Object.entries(claims)),
});

const idTokenClaims = { aud: 'spa', iat: 0, exp: 36_000 };
const accessTokenClaims = {
  aud: ['https://acme.eu.auth0.com/api/v2/', 'https://login.acme.example/userinfo'],
  azp: 'spa',
  scope: 'openid read:current_user update:current_user_metadata update:current_user_identities',
  iat: 0,
  exp: 86_400,
};

export const tokensWith = (
  changes: { id?: object; access?: object; header?: object; hasRefreshToken?: boolean } = {},
) => ({
  idToken: jwt({ alg: 'RS256', kid: 'k', ...changes.header }, { ...idTokenClaims, ...changes.id }),
  accessToken: jwt({}, { ...accessTokenClaims, ...changes.access }),
  hasRefreshToken: changes.hasRefreshToken ?? true,
});

const now = 1_700_000_000_000;

/** A context in which every check is content; a spec says what is otherwise. */
export const contextWith = (changes: Partial<CheckContext> = {}): CheckContext => ({
  config: goodConfig,
  origin: 'https://portal.acme.example',
  appUrl: 'https://portal.acme.example',
  startUrl: 'https://portal.acme.example',
  clockSkewMs: 0,
  configFile: () => Promise.resolve({ ok: true, config: goodConfig }),
  pageHeaders: () => Promise.resolve(goodHeaders),
  discovery: () => Promise.resolve(answered(200, { issuer: 'https://login.acme.example/' })),
  jwks: () => Promise.resolve(answered(200, { keys: [{ kty: 'RSA', alg: 'RS256', kid: 'k' }] })),
  exchange: () => Promise.resolve(answered(403, { error: 'invalid_grant' })),
  crossOrigin: () => Promise.resolve(answered(403, { error: 'access_denied' })),
  ownAccount: () => Promise.resolve(answered(200)),
  tokens: () => Promise.resolve(tokensWith()),
  endedByDrills: () => false,
  renewal: () =>
    Promise.resolve({ kind: 'renewed', rotated: true, issuedAtMs: now, receivedAtMs: now }),
  silent: ({ withSession }) =>
    Promise.resolve({
      kind: 'answered',
      error: withSession ? undefined : 'login_required',
      description: '',
    }),
  authorizeRedirects: () => Promise.resolve('redirected'),
  logoutRedirects: () => Promise.resolve('redirected'),
  browser: () =>
    Promise.resolve({ isSecure: true, hasCrypto: true, storageWorks: true, sealingWorks: true }),
  tryWindow: () => Promise.resolve('arrived'),
  ...changes,
});
