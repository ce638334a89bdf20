import type { Page } from '@playwright/test';

import { type AppConfig, readAppConfig, withTenantPort } from '../scripts/app-config.ts';
import { builtApp, configFile } from '../scripts/paths.ts';
import { serveApp, type ServedApp } from '../scripts/serve-app.ts';
import { clientOrigin, clientPort, clientTenantOrigin, clientTenantPort } from './addresses.ts';
import { messageTo, reset, signInWithPassword } from './clients/tenant-pages.ts';
import { ada, grace } from './people.ts';
import type { Portal } from './portal.ts';
import { expect, test } from './test.ts';

const kinds = [
  { name: 'Username-Password-Authentication', strategy: 'auth0', label: 'Email and password' },
  { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' },
  { name: 'acme-saml', strategy: 'samlp', label: 'Acme SSO' },
  { name: 'sms', strategy: 'sms', label: 'SMS code' },
  { name: 'email', strategy: 'email', label: 'Email code' },
];

/** The portal of an operator who shows Lock, served with the headers that this makes a difference to. */
const portalWithLock = {
  ...withTenantPort(readAppConfig(configFile), clientTenantPort),
  connections: kinds.map((kind) => ({ ...kind, transport: 'lock' })),
  policy: { trustedEmailConnections: ['acme-saml'] },
};

let served: ServedApp;
let complaints: string[];

test.beforeAll(async () => {
  const config: AppConfig = portalWithLock;
  served = await serveApp({ root: builtApp, port: clientPort, config });
});
test.afterAll(() => served.close());

test.beforeEach(async ({ context }) => {
  await reset();
  complaints = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });
});
test.afterEach(() => expect(complaints, 'script errors and policy violations').toEqual([]));

async function openLock(portal: Portal, label: string): Promise<Page> {
  await portal.open();
  await portal.signIn(ada);
  await portal.startLinking(label);

  return portal.openWindow(label);
}

async function typePassword(lock: Page, password: string): Promise<void> {
  await lock.getByPlaceholder('yours@example.com').fill(grace.email);
  await lock.getByPlaceholder('your password').fill(password);
  await lock.getByRole('button', { name: 'Log In' }).click();
}

async function typeCode(lock: Page, address: string): Promise<void> {
  await lock.getByPlaceholder('your code').waitFor();
  await lock.getByPlaceholder('your code').fill((await messageTo(address)).code ?? '');
  await lock.getByRole('button', { name: 'Submit' }).click();
}

async function finish(portal: Portal, account: RegExp): Promise<void> {
  await expect(portal.page.getByRole('list', { name: 'What you will have' })).toHaveText(account);
  await portal.confirmLink();
  await expect(portal.page.getByRole('status')).toContainText('Linked');
  await portal.expectSignedInAs(ada.name);
}

test.describe('Lock, in a window with a policy of its own,', () => {
  test.use({ baseURL: clientOrigin });

  test('proves a password account, after a wrong password', async ({ portal }) => {
    const lock = await openLock(portal, 'Email and password');
    await typePassword(lock, 'wrong');
    await expect(lock.getByText('Wrong email or password.')).toBeVisible();
    await typePassword(lock, grace.password);

    await finish(portal, /grace@example\.com/);
  });

  test('proves an account of a provider', async ({ portal }) => {
    const lock = await openLock(portal, 'Google');
    await lock.getByText('Sign in with Google').click();
    await lock.getByRole('button', { name: `Continue as ${ada.email}` }).click();

    await finish(portal, /Google.*ada@example\.com/);
  });

  test('proves an account of a company', async ({ portal }) => {
    const lock = await openLock(portal, 'Acme SSO');
    await lock.getByText('Log in at acme-saml').click();
    await lock.getByRole('button', { name: 'Continue as katherine.johnson@acme.example' }).click();

    await finish(portal, /Acme SSO/);
  });

  test('proves a phone by a code', async ({ portal }) => {
    const lock = await openLock(portal, 'SMS code');
    await lock.getByPlaceholder('your phone number').fill('5555550100');
    await lock.getByRole('button', { name: 'Submit' }).click();
    await typeCode(lock, '+15555550100');

    await finish(portal, /SMS code.*15555550100/);
  });

  test('proves an e-mail address by a code', async ({ portal }) => {
    const lock = await openLock(portal, 'Email code');
    await lock.getByPlaceholder('yours@example.com').fill('zoe@example.net');
    await lock.getByRole('button', { name: 'Submit' }).click();
    await typeCode(lock, 'zoe@example.net');

    await finish(portal, /Email code.*zoe/);
  });

  test('cannot make the account that is in use a second one (SEC-11)', async ({ portal }) => {
    const lock = await openLock(portal, 'Email and password');
    await lock.getByPlaceholder('yours@example.com').fill(ada.email);
    await lock.getByPlaceholder('your password').fill(ada.password);
    await lock.getByRole('button', { name: 'Log In' }).click();

    await expect(portal.alert).toHaveAttribute('data-failure', 'same-account');
  });

  test('leaves nothing of a sign-in in the browser, nor in an address (SEC-36)', async ({
    page,
    portal,
    context,
  }) => {
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));
    const lock = await openLock(portal, 'Email and password');
    await expect(lock).toHaveURL(`${clientOrigin}/lock`);
    await typePassword(lock, grace.password);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();

    const kept = await page.evaluate(() =>
      [...Object.entries(sessionStorage), ...Object.entries(localStorage)]
        .flat()
        .map(String)
        .concat(document.cookie),
    );
    // Compared as booleans, so that a failure prints nothing of what was found.
    const holds = (texts: readonly string[], secret: RegExp): boolean =>
      texts.some((text) => secret.test(text));
    expect(holds(kept, /eyJ[\w-]+\.[\w-]+\.|grace|co(%2F|\/)verifier|com\.auth0/)).toBe(false);
    expect(holds(addresses, /eyJ[\w-]+\.[\w-]+\.|[?&#](id_token|access_token)=|grace/)).toBe(false);
  });

  test('is not shown to whoever opens its address without having asked', async ({ page }) => {
    await page.goto('/lock');
    await expect(page).toHaveURL('/');
    await page.goto('/lock#connection=google-oauth2&state=x');
    await expect(page).toHaveURL('/');
  });

  test('has a page that can only be what it is for (SEC-25)', async ({ page }) => {
    const response = await page.request.get('/lock');
    const policy = response.headers()['content-security-policy'] ?? '';

    expect(policy).toContain(`script-src 'self' ${clientTenantOrigin}/client/ligature-spa.js;`);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-');
  });
});

test('where the browser blocks cookies, Lock ends at the tenant’s own page, which finishes it', async ({
  page,
  portal,
}) => {
  await page.goto(clientOrigin.replace('localhost', '127.0.0.1'));
  await portal.signIn(ada);
  await portal.startLinking('Email and password');
  const lock = await portal.openWindow('Email and password');
  await typePassword(lock, grace.password);
  await signInWithPassword(lock, grace);

  await finish(portal, /grace@example\.com/);
});
