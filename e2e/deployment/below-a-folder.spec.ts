import { control } from '../testing/control.ts';
import { readAppConfig, withTenantPort } from '../../scripts/lib/app-config.ts';
import { builtApp, configFile } from '../../scripts/lib/paths.ts';
import { serveApp, type ServedApp } from '../../scripts/serve/serve-app.ts';
import {
  clientOrigin,
  clientPort,
  clientTenantOrigin,
  clientTenantPort,
} from '../testing/addresses.ts';
import { settingsFor } from '../testing/kinds.ts';
import { LocalTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

const tenant = new LocalTenant(clientTenantOrigin);
const folder = `${clientOrigin}/portal`;
let served: ServedApp;

test.beforeAll(async () => {
  const usual = withTenantPort(readAppConfig(configFile), clientTenantPort);
  const config = { ...usual, ...settingsFor('auto') };
  served = await serveApp({ root: builtApp, port: clientPort, base: '/portal/', config });
});
test.afterAll(() => served.close());

test.beforeEach(async () => {
  await tenant.reset();
  await tenant.changeClient({
    callbacks: [`${folder}/callback`, `${folder}/link/callback`],
    allowed_logout_urls: [`${folder}/`],
  });
});

test.use({ baseURL: `${folder}/` });

test('an application in a folder signs in and out, and links in a window', async ({
  page,
  portal,
}) => {
  await page.goto('./');
  await portal.signIn(ada);
  await expect(page).toHaveURL(`${folder}/account`);
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
  await control(page, 'go-to-account').click();
  await page.reload();
  await expect(portal.methods).toHaveCount(2);

  await portal.signOut();
  await expect(page).toHaveURL(`${folder}/`);
});

test('an application in a folder links on the full page', matrix, async ({ page, portal }) => {
  await page.goto('account');
  await portal.signIn(ada);
  await page.evaluate(() => localStorage.setItem('ligature.transport.google-oauth2', 'redirect'));
  await (await portal.showTile('google-oauth2')).click();
  await page.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await expect(page).toHaveURL(`${folder}/account/link/google-oauth2`);
  await portal.confirmLink();
  await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
});

test(
  'an application in a folder takes an invitation along to the tenant',
  matrix,
  async ({ page }) => {
    await page.goto('./?invitation=ticket&organization=acme');
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().startsWith(`${clientTenantOrigin}/authorize`)),
      control(page, 'sign-in').click(),
    ]);

    const { searchParams } = new URL(asked.url());
    expect(searchParams.get('invitation')).toBe('ticket');
    expect(searchParams.get('redirect_uri')).toBe(`${folder}/callback`);
  },
);
