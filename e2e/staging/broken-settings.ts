import type { Page } from '@playwright/test';

import { appOrigin, appPort, tenantOrigin } from '../testing/addresses.ts';
import { changeTenant } from '../testing/app-config.ts';
import { localTenant } from '../testing/local-tenant.ts';

/** One thing that somebody has set up wrongly. */
export interface BrokenSetting {
  readonly what: string;
  readonly break: (page: Page) => Promise<unknown>;
  /** The checks that find it, and no others do. */
  readonly found: readonly string[];
  /** What the first of them says that was seen, and how to fix it. */
  readonly seen: RegExp;
  readonly fix: RegExp;
}

const answerOf = (path: string, body: object) =>
  localTenant.fault({ match: { method: 'GET', path }, when: 'after', then: { body } });

/** The page comes with another header, or without it. */
const withHeader = (name: string, value: string | undefined) => async (page: Page) =>
  page.route(`${appOrigin}/**`, async (route) => {
    if (route.request().method() !== 'GET' || !route.request().url().endsWith('/')) {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    const headers = new Map(Object.entries(response.headers()));
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });

const settings = 'Applications › your application › Settings';

export const brokenSettings: readonly BrokenSetting[] = [
  {
    what: 'the callback URL is not listed',
    break: () => localTenant.changeClient({ callbacks: [`${appOrigin}/link/callback`] }),
    found: ['callback'],
    seen: new RegExp(`does not send browsers back to .*${appPort}/callback`),
    fix: new RegExp(`Allowed Callback URLs.*callbacks:\\s+- ${appOrigin}/callback`, 's'),
  },
  {
    what: 'the callback URL of the second sign-in is not listed',
    break: () => localTenant.changeClient({ callbacks: [`${appOrigin}/callback`] }),
    found: ['callback-link'],
    seen: /does not send browsers back to .*\/link\/callback/,
    fix: /Allowed Callback URLs/,
  },
  {
    what: 'the web origin is not listed',
    break: () => localTenant.changeClient({ web_origins: [] }),
    found: ['web-origin'],
    seen: /its messages do not come here/,
    fix: new RegExp(`Allowed Web Origins.*web_origins:\\s+- ${appOrigin}`, 's'),
  },
  {
    what: 'the logout URL is not listed',
    break: () => localTenant.changeClient({ allowed_logout_urls: ['http://localhost:9'] }),
    found: ['logout-url'],
    seen: /does not lead back/,
    fix: /Allowed Logout URLs.*allowed_logout_urls:/s,
  },
  {
    what: 'the authorization code grant is off',
    break: () => localTenant.changeClient({ grant_types: ['refresh_token', 'implicit'] }),
    found: ['grant-authorization-code', 'application-requests'],
    seen: /does not allow this grant/,
    fix: /Grant Types › Authorization Code.*- authorization_code/s,
  },
  {
    what: 'the refresh token grant is off',
    break: () => localTenant.changeClient({ grant_types: ['authorization_code', 'implicit'] }),
    found: ['grant-refresh-token'],
    seen: /does not allow this grant/,
    fix: /Grant Types › Refresh Token/,
  },
  {
    what: 'cross-origin authentication is off',
    break: () => localTenant.changeClient({ cross_origin_authentication: false }),
    found: ['embedded'],
    seen: /accepts no codes and no passwords from this site/,
    fix: /Cross-Origin Authentication.*cross_origin_authentication: true/s,
  },
  {
    what: 'a connection is not enabled',
    break: () => localTenant.disableConnection('github'),
    found: ['connection-github'],
    seen: /refuses “github”/,
    fix: /enable it for this application.*name: github.*enabled_clients/s,
  },
  {
    what: 'the rate-limit headers cannot be read',
    break: () => localTenant.adjust({ rateLimit: { exposeHeaders: false } }),
    found: ['rate-limit-headers'],
    seen: /cannot read how many calls are left/,
    fix: /"exposeHeaders": true/,
  },
  {
    what: 'the rate limit is that of a free tenant',
    break: () => localTenant.adjust({ rateLimit: { burst: 2, perSecond: 2 } }),
    found: ['rate-limit-room'],
    seen: /2 calls at once, and a link takes 7/,
    fix: /plan with a higher limit/,
  },
  {
    what: 'the tenant asks for consent on localhost',
    break: () => localTenant.adjust({ loopbackNeedsConsent: true }),
    found: ['consent'],
    seen: /asks for consent here/,
    fix: /host name of your own/,
  },
  {
    what: 'cookies are kept from frames',
    break: () => localTenant.adjust({ cookiesBlocked: true }),
    found: ['silent-frame'],
    seen: /does not recognise this browser in a frame/,
    fix: /Custom Domains/,
  },
  {
    what: 'the tenant issues tokens as another domain',
    break: () =>
      answerOf('/.well-known/openid-configuration', { issuer: 'https://login.acme.example/' }),
    found: ['issuer'],
    seen: /issues tokens as https:\/\/login\.acme\.example\//,
    fix: /"domain": "login\.acme\.example"/,
  },
  {
    what: 'the tenant publishes no key for RS256',
    break: () => answerOf('/.well-known/jwks.json', { keys: [] }),
    found: ['signing'],
    seen: /publishes no key for RS256/,
    fix: /alg: RS256/,
  },
  {
    what: 'the token endpoint is for another origin',
    break: () =>
      localTenant.fault({
        match: { method: '*', path: '/oauth/token' },
        when: 'after',
        then: { headers: { 'access-control-allow-origin': 'https://elsewhere.example' } },
      }),
    found: ['token-cors', 'refresh-rotation'],
    seen: /may not read what \/oauth\/token says/,
    fix: /Allowed Origins \(CORS\)/,
  },
  {
    what: 'the Management API is for another origin',
    break: () =>
      localTenant.fault({
        match: { method: 'GET', path: '/api/v2/**' },
        when: 'after',
        then: { headers: { 'access-control-allow-origin': 'https://elsewhere.example' } },
      }),
    found: ['management-cors', 'rate-limit-headers'],
    seen: /may not read what .*\/api\/v2\/ answers/,
    fix: /Allowed Origins \(CORS\)/,
  },
  {
    what: 'the discovery document does not come',
    break: (page) =>
      page.route(`${tenantOrigin}/.well-known/openid-configuration`, (route) => route.abort()),
    found: ['tenant-reachable'],
    seen: /does not answer with its discovery document/,
    fix: /"domain"/,
  },
  {
    what: 'the tenant’s clock is wrong',
    break: () => localTenant.moveClock(600),
    found: ['clock'],
    seen: /600 seconds apart|\d+ seconds apart/,
    fix: /time by NTP/,
  },
  {
    what: 'windows are cut off (COOP)',
    break: withHeader('cross-origin-opener-policy', 'same-origin'),
    found: ['opener-policy'],
    seen: /cannot see its sign-in windows/,
    fix: /same-origin-allow-popups/,
  },
  {
    what: 'the page comes without a policy',
    break: withHeader('content-security-policy', undefined),
    found: ['content-policy', 'frame-ancestors'],
    seen: /comes without a policy/,
    fix: /npm run headers/,
  },
  {
    what: 'the page tells its address to others',
    break: withHeader('referrer-policy', 'unsafe-url'),
    found: ['referrer'],
    seen: /referrer-policy: no-referrer/,
    fix: /npm run headers/,
  },
  {
    what: 'the configuration calls the tenant a production one',
    break: (page) => changeTenant(page, { environment: 'production' }),
    found: ['configuration-file'],
    seen: /calls this tenant a production one/,
    fix: /"environment": "staging"/,
  },
];

/** Settings that show in tokens alone, so that they must be wrong before somebody signs in. */
export const brokenBeforeSignIn: readonly BrokenSetting[] = [
  {
    what: 'ID tokens live for a minute',
    break: () => localTenant.changeClient({ jwt_configuration: { lifetime_in_seconds: 60 } }),
    found: ['token-lifetimes'],
    seen: /lives less than 300 seconds/,
    fix: new RegExp(`${settings} › ID Token Expiration.*lifetime_in_seconds: 36000`, 's'),
  },
  {
    what: 'no refresh tokens are given',
    break: () => localTenant.changeClient({ grant_types: ['authorization_code', 'implicit'] }),
    found: ['grant-refresh-token', 'refresh-tokens'],
    seen: /does not allow this grant/,
    fix: /- refresh_token/,
  },
  {
    what: 'refresh tokens do not rotate',
    break: () => localTenant.changeClient({ refresh_token: { rotation_type: 'non-rotating' } }),
    found: ['refresh-rotation'],
    seen: /left the refresh token as it was/,
    fix: /Refresh Token Rotation.*rotation_type: rotating/s,
  },
];
