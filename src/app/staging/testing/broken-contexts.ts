import type { CheckContext } from '../checks/rules/check';
import { answered, goodHeaders, tokensWith } from './good-context';

/** A probe that answers with this. */
export const give =
  <Value>(value: Value) =>
  () =>
    Promise.resolve(value);
const unreadable = { kind: 'unreadable' } as const;
const without = (name: string): ReadonlyMap<string, string> =>
  new Map([...goodHeaders].filter(([key]) => key !== name));
const withHeader = (name: string, value: string) => new Map([...goodHeaders, [name, value]]);
const tokens = (changes: Parameters<typeof tokensWith>[0]) => ({
  tokens: give(tokensWith(changes)),
});

/** One thing that is wrong, and the checks that find it. */
export const brokenContexts: readonly [string, Partial<CheckContext>, readonly string[]][] = [
  [
    'a file with mistakes',
    {
      configFile: give({
        ok: false,
        failure: {
          code: 'config-invalid',
          problems: [{ path: 'x', kind: 'wrong', message: 'y' }],
          text: '{}',
        },
      }),
    },
    ['configuration-file'],
  ],
  ['no discovery', { discovery: give(unreadable) }, ['tenant-reachable']],
  [
    'another issuer',
    { discovery: give(answered(200, { issuer: 'https://acme.eu.auth0.com/' })) },
    ['issuer'],
  ],
  ['no keys', { jwks: give(answered(200, {})) }, ['signing']],
  ['HS256', tokens({ header: { alg: 'HS256' } }), ['signing']],
  ['a key that is gone', tokens({ header: { kid: 'old' } }), ['signing']],
  ['an unknown client', { exchange: give(answered(401, { error: 'invalid_client' })) }, ['client']],
  ['no CORS for tokens', { exchange: give(unreadable) }, ['token-cors']],
  [
    'no grants',
    { exchange: give(answered(403, { error: 'unauthorized_client' })) },
    ['grant-authorization-code', 'grant-refresh-token'],
  ],
  [
    'no CORS for accounts',
    { ownAccount: give(unreadable) },
    ['management-cors', 'rate-limit-headers'],
  ],
  ['hidden headers', { ownAccount: give(answered(200, {}, {})) }, ['rate-limit-headers']],
  [
    'a small limit',
    { ownAccount: give(answered(200, {}, { limit: 2, remaining: 1 })) },
    ['rate-limit-room'],
  ],
  [
    'no callbacks',
    { silent: give({ kind: 'silent' }), authorizeRedirects: give('stayed') },
    ['callback', 'callback-link'],
  ],
  [
    'an application whose every request is refused',
    {
      silent: give({
        kind: 'answered',
        error: 'invalid_request',
        description: 'parameter organization is required for this client',
      }),
    },
    ['application-requests'],
  ],
  ['no web origin', { silent: give({ kind: 'silent' }) }, ['web-origin']],
  ['no logout URL', { logoutRedirects: give('stayed') }, ['logout-url']],
  [
    'no cross-origin sign-in',
    { crossOrigin: give(answered(401, { error: 'unauthorized_client' })) },
    ['embedded'],
  ],
  [
    'no web origin, so that nothing typed here is taken',
    {
      silent: give({ kind: 'silent' }),
      crossOrigin: give(answered(401, { error: 'unauthorized_client' })),
    },
    ['web-origin'],
  ],
  ['another site', { origin: 'https://portal.elsewhere.example' }, ['embedded']],
  ['another audience', tokens({ access: { aud: 'https://other/' } }), ['audience']],
  ['a missing scope', tokens({ access: { scope: 'openid read:current_user' } }), ['scopes']],
  ['two applications', tokens({ access: { azp: 'other' } }), ['authorized-party']],
  ['short tokens', tokens({ id: { exp: 60 } }), ['token-lifetimes']],
  ['long tokens', tokens({ access: { exp: 900_000 } }), ['token-lifetimes']],
  [
    'no refresh token',
    { ...tokens({ hasRefreshToken: false }), renewal: give({ kind: 'noRefreshToken' }) },
    ['refresh-tokens'],
  ],
  [
    'no rotation',
    { renewal: give({ kind: 'renewed', rotated: false, issuedAtMs: 1000, receivedAtMs: 1000 }) },
    ['refresh-rotation'],
  ],
  ['a refused renewal', { renewal: give({ kind: 'refused' }) }, ['refresh-rotation']],
  [
    'no grant to renew with',
    {
      renewal: give({ kind: 'refused' }),
      exchange: (grant) =>
        Promise.resolve(
          answered(403, {
            error: grant === 'refresh_token' ? 'unauthorized_client' : 'invalid_grant',
          }),
        ),
    },
    ['grant-refresh-token'],
  ],
  ['blocked windows', { tryWindow: give('blocked') }, ['popups']],
  ['windows that do not come back', { tryWindow: give('lost') }, ['popups']],
  [
    'no storage',
    { browser: give({ isSecure: true, hasCrypto: true, storageWorks: false, sealingWorks: true }) },
    ['storage'],
  ],
  [
    'no https',
    {
      browser: give({ isSecure: false, hasCrypto: false, storageWorks: true, sealingWorks: false }),
    },
    ['storage'],
  ],
  [
    'a tenant in the past',
    { renewal: give({ kind: 'renewed', rotated: true, issuedAtMs: 0, receivedAtMs: 600_000 }) },
    ['clock'],
  ],
  [
    'a device in the past',
    {
      clockSkewMs: 600_000,
      renewal: give({ kind: 'renewed', rotated: true, issuedAtMs: 600_000, receivedAtMs: 0 }),
    },
    ['clock'],
  ],
  [
    'no policy',
    { pageHeaders: give(without('content-security-policy')) },
    ['content-policy', 'frame-ancestors'],
  ],
  [
    'scripts from anywhere',
    {
      pageHeaders: give(
        withHeader('content-security-policy', "script-src 'unsafe-inline'; frame-ancestors 'none'"),
      ),
    },
    ['content-policy'],
  ],
  [
    'a policy without the tenant',
    {
      pageHeaders: give(
        withHeader('content-security-policy', "script-src 'self'; frame-ancestors 'none'"),
      ),
    },
    ['content-policy'],
  ],
  [
    'a frame',
    {
      pageHeaders: give(
        withHeader(
          'content-security-policy',
          `${goodHeaders.get('content-security-policy') ?? ''} https://x`,
        ),
      ),
    },
    ['frame-ancestors'],
  ],
  ['a referrer', { pageHeaders: give(without('referrer-policy')) }, ['referrer']],
  [
    'COOP',
    { pageHeaders: give(withHeader('cross-origin-opener-policy', 'same-origin')) },
    ['opener-policy'],
  ],
  [
    'COEP',
    { pageHeaders: give(withHeader('cross-origin-embedder-policy', 'require-corp')) },
    ['opener-policy'],
  ],
];
