import { tenantOrigin } from './addresses.ts';
import { localTenant } from './local-tenant.ts';
import { ada, alan, grace } from './people.ts';
import { submitPassword } from './portal.ts';
import { expect, test } from './test.ts';

test.describe('the first person stays who they are', () => {
  test.beforeEach(async ({ portal }) => {
    await portal.open();
    await portal.signIn(ada);
  });

  test('after a second sign-in that is cancelled in its window (SEC-41)', async ({ portal }) => {
    await portal.startLinking('Google');
    const popup = await portal.openWindow('Google');
    await popup.getByRole('button', { name: 'Deny' }).click();
    await expect(portal.alert).toHaveAttribute('data-failure', 'denied');

    await portal.expectSignedInAs(ada.name);
  });

  test('after a second sign-in as somebody else that is not used (SEC-40, SEC-41)', async ({
    page,
    portal,
  }) => {
    await portal.proveGoogle(alan.email);
    await page.getByRole('button', { name: 'Cancel' }).click();

    await portal.expectSignedInAs(ada.name);
    await page.getByRole('link', { name: 'Account' }).click();
    await expect(portal.methods).toHaveText([/ada@example\.com/]);
  });

  test('and when their own token is gone they are asked to sign in, whoever the tenant knows', async ({
    page,
    portal,
  }) => {
    await portal.proveGoogle(alan.email);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await forgetAccessTokens(page);
    await page.goto('/account');
    await expect(portal.alert).toHaveAttribute('data-failure', 'signed-out');

    await page.getByRole('button', { name: 'Sign in again' }).click();
    await expect(page.getByLabel('Email address')).toHaveValue(ada.email);
    await submitPassword(page, ada);
    await expect(portal.methods).toHaveText([/ada@example\.com/]);
  });

  test('and a sign-in of somebody else in their place is named and refused (SEC-40)', async ({
    page,
    portal,
    expectAccessible,
  }) => {
    await forgetAccessTokens(page);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await submitPassword(page, grace);

    await expect(portal.alert).toHaveAttribute('data-failure', 'another-person');
    await expect(portal.alert).toContainText(grace.name);
    await expect(portal.alert).toContainText(ada.name);
    await expect(page.getByRole('banner')).not.toContainText(grace.name);
    await expectAccessible();

    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await submitPassword(page, ada);
    await expect(page.getByRole('banner')).toContainText(ada.name);
  });

  test('and nothing readable of them is kept in the browser (SEC-36)', async ({ page }) => {
    const kept = await page.evaluate(() =>
      [...Object.entries(sessionStorage), ...Object.entries(localStorage)]
        .flat()
        .map(String)
        .concat(document.cookie),
    );

    // Compared as booleans, so that a failure prints nothing of what was found.
    const holds = (secret: RegExp): boolean => kept.some((text) => secret.test(text));
    expect(kept.length).toBeGreaterThan(1);
    expect(holds(/eyJ[\w-]+\.[\w-]+\./)).toBe(false);
    expect(holds(/ada@example|Lovelace|auth0\|/)).toBe(false);
  });
});

test('a code somebody else made is not taken at the callback (SEC-01)', async ({
  page,
  portal,
}) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().startsWith(tenantOrigin)) {
      writes.push(request.url());
    }
  });
  await page.goto('/callback?code=attacker&state=x');

  await expect(portal.alert).toHaveAttribute('data-failure', 'failed');
  await expect(page).toHaveURL('/');
  expect(writes).toEqual([]);
});

test('the words of an error at the callback are not shown (SEC-38)', async ({ page, portal }) => {
  await page.goto('/callback?error=access_denied&error_description=Call+0900+123&state=x');

  await expect(portal.alert).toBeVisible();
  await expect(page.locator('body')).not.toContainText('0900');
});

test('a sign-in that the tenant refuses is explained, and can be tried again', async ({
  page,
  portal,
}) => {
  await portal.open();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('button', { name: 'Deny' }).click();

  await expect(portal.alert).toHaveAttribute('data-failure', 'denied');
  await portal.signIn(ada);
});

test('no address ever holds a token, a code or an e-mail once a page has settled (SEC-36)', async ({
  page,
  portal,
}) => {
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await portal.open();
  await portal.signIn(ada);
  await page.goBack();
  addresses.push(page.url());

  expect(page.url()).not.toContain('code=');
  expect(addresses.join('\n')).not.toMatch(/eyJ|ada(@|%40)/);
  expect(await localTenant.user(ada.userId)).toBeDefined();
});

/** What time does to a session: its access token can no longer be used. */
async function forgetAccessTokens(page: import('@playwright/test').Page): Promise<void> {
  await page.evaluate(() => {
    Object.keys(sessionStorage)
      .filter((name) => name.includes('/api/v2/'))
      .forEach((name) => sessionStorage.removeItem(name));
  });
}
