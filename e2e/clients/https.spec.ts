import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { clientPort, clientTenantPort } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { bundledLock, onPage, serveClient, shipped } from './client-page.ts';
import { signInWithPassword } from './tenant-pages.ts';

// The clients write https before a domain themselves, and are told nothing but that.
const domain = `localhost:${clientTenantPort + 2}`;

/** A page over http would be of another site, to whose frames a private window gives no cookies. */
const clientOrigin = `https://localhost:${clientPort}`;

const certificate = async () => {
  const pem = (name: string) =>
    readFile(new URL(`../../tenant/.certificates/${name}`, import.meta.url), 'utf8');

  return { cert: await pem('localhost.pem'), key: await pem('localhost.key') };
};

test.use({ ignoreHTTPSErrors: true });

let tenant: ChildProcess;

test.beforeAll(async () => {
  const main = fileURLToPath(new URL('../../tenant/src/main.mjs', import.meta.url));
  const origin = `https://${domain}`;
  tenant = spawn(process.execPath, [main, '--origin', origin, '--app', clientOrigin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (tenant.stdout !== null) await once(tenant.stdout, 'data');
});
test.afterAll(() => {
  tenant.kill();
});

test(
  'auth0-js 10 needs nothing but the domain of a tenant over https',
  matrix,
  async ({ page }) => {
    const stop = await serveClient(
      await shipped('auth0-js/dist/auth0.min.js'),
      `const webAuth = new auth0.WebAuth({
      domain: '${domain}',
      clientID: settings.clientId,
      redirectUri: location.origin + '/callback',
      responseType: 'token id_token',
      scope: settings.scope,
    });
    const call = (method, ...args) => new Promise((resolve) => {
      webAuth[method](...args, (error, result) => resolve({ error, result }));
    });`,
      await certificate(),
    );
    try {
      await page.goto(clientOrigin);
      await onPage(page, 'void webAuth.authorize()');
      await signInWithPassword(page, ada);
      await page.waitForURL(`${clientOrigin}/callback#**`);
      const answer = { error: null, result: { idTokenPayload: { sub: ada.userId } } };

      expect(await onPage(page, "call('parseHash', {})")).toMatchObject(answer);
      // The silent frame has the tenant's cookies.
      expect(await onPage(page, "call('checkSession', {})")).toMatchObject(answer);
    } finally {
      await stop();
    }
  },
);

test(
  'auth0-spa-js 1 needs nothing but the domain of a tenant over https',
  matrix,
  async ({ page }) => {
    const stop = await serveClient(
      await shipped('auth0-spa-js-1/dist/auth0-spa-js.production.js'),
      `const ready = createAuth0Client({
      domain: '${domain}',
      client_id: settings.clientId,
      redirect_uri: location.origin + '/callback',
      scope: settings.scope,
    });`,
      await certificate(),
    );
    try {
      await page.goto(clientOrigin);
      await onPage(page, 'ready.then((client) => client.loginWithRedirect())');
      await signInWithPassword(page, ada);
      await page.waitForURL(`${clientOrigin}/callback?**`);
      await onPage(
        page,
        'ready.then((client) => client.handleRedirectCallback()).then(() => null)',
      );
      const me = { sub: ada.userId, email: ada.email };
      expect(await onPage(page, 'ready.then((client) => client.getUser())')).toMatchObject(me);

      // The silent frame has the tenant's cookies.
      const renewed = 'ready.then((client) => client.getTokenSilently({ ignoreCache: true }))';
      expect(await onPage(page, renewed)).toEqual(expect.any(String));
    } finally {
      await stop();
    }
  },
);

test(
  'auth0-lock 14 needs nothing but the domain of a tenant over https',
  matrix,
  async ({ page }) => {
    const stop = await serveClient(
      await bundledLock(),
      `const lock = new Auth0Lock(settings.clientId, '${domain}', {
      avatar: null,
      auth: { redirectUrl: location.origin + '/callback', responseType: 'token id_token', params: { scope: settings.scope } },
    });
    window.signedIn = new Promise((resolve) => {
      lock.on('authenticated', ({ idTokenPayload }) => resolve(idTokenPayload));
      lock.on('authorization_error', resolve);
    });`,
      await certificate(),
    );
    try {
      await page.goto(clientOrigin);
      await onPage(page, 'void lock.show()');
      await page.getByPlaceholder('yours@example.com').fill(ada.email);
      await page.getByPlaceholder('your password').fill(ada.password);
      await page.getByRole('button', { name: 'Log In' }).click();
      await page.waitForURL(`${clientOrigin}/callback**`);

      expect(await onPage(page, 'window.signedIn')).toMatchObject({ sub: ada.userId });
    } finally {
      await stop();
    }
  },
);
