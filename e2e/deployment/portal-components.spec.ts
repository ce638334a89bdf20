import type { Page } from '@playwright/test';

import { portalOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, grace } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { NorthwindPortal } from './northwind-portal.ts';
import { withExample } from './with-example.ts';

/** Ada on a page of the portal's that has components of Ligature on it. */
async function onPage(page: Page, path: string): Promise<NorthwindPortal> {
  const portal = new NorthwindPortal(page);
  await portal.enter(ada);
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(portal.methods).toHaveCount(1);
  if (path !== '/profile') await page.getByRole('main').locator(`a[href="${path}"]`).click();

  return portal;
}

/** Begins a link on that page, and signs in to Ada's Google account. */
async function proveGoogle(portal: NorthwindPortal): Promise<void> {
  await portal.page.getByRole('button', { name: 'Add Google' }).click();
  const popup = await popupBy(portal.action('prove-account'));
  await popup.getByRole('button').filter({ hasText: ada.email }).click();
  await expect(portal.action('link-accounts')).toBeVisible();
}

const news = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test.describe('components on a page of the portal’s own', matrix, () => {
  withExample('portal-angular');

  test('link an account there, and tell the portal and each other', async ({
    page,
    expectAccessible,
  }) => {
    const portal = await onPage(page, '/profile');
    await expectAccessible();
    await proveGoogle(portal);
    await expectAccessible();
    await portal.confirmLink();

    await expect(news(page, `Linked ${ada.googleId}`)).toBeVisible();
    await expect(portal.methods).toHaveCount(2);
    await expect(page).toHaveURL(`${portalOrigin}/profile`);
    await portal.expectToBe(ada.userId);
  });

  test('stay where a link is given up, and tell the portal', async ({ page }) => {
    const portal = await onPage(page, '/profile');
    await proveGoogle(portal);
    await portal.action('cancel').click();

    await expect(news(page, 'Not linked')).toBeVisible();
    await expect(portal.wizard).toBeHidden();
    await expect(page).toHaveURL(`${portalOrigin}/profile`);
    await expect(portal.methods).toHaveCount(1);
    await portal.expectToBe(ada.userId);
  });

  test('show the account, where everything can be done or nothing', async ({ page }) => {
    const portal = await onPage(page, '/profile');
    await proveGoogle(portal);
    await portal.confirmLink();
    await expect(portal.methods).toHaveCount(2);
    await page.goto(`${portalOrigin}/security`);
    await expect(portal.methods).toHaveCount(2);
    await page.getByLabel('Only look').check();
    await expect(portal.action('add-method')).toBeHidden();
    await expect(portal.action('review-unlink')).toHaveCount(0);
    await page.getByLabel('Only look').uncheck();

    await portal.action('add-method').click();
    await expect(portal.offers.locator('[data-action="open-link"]')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').click();
    await expect(news(page, `Unlinked ${ada.googleId}`)).toBeVisible();
    await expect(portal.methods).toHaveCount(1);
    await expect(page).toHaveURL(`${portalOrigin}/security`);
  });

  test('suggest what the tenant has noticed, and lead to the page for it', async ({ page }) => {
    const portal = await onPage(page, '/profile');
    const suggested = page.getByRole('region', { name: 'Suggested' });
    const popup = await popupBy(suggested.locator('[data-target="google-oauth2"]'));
    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account/link/google-oauth2`);
    await popup.getByRole('button').filter({ hasText: ada.email }).click();

    await expect(portal.action('link-accounts')).toBeVisible();
  });

  test('offer the way in, on the page that a sign-in comes back to', async ({ page }) => {
    const portal = new NorthwindPortal(page);
    await page.goto(`${portalOrigin}/security`);
    await expect(portal.action('sign-in')).toBeVisible();
    await expect(page).toHaveURL(`${portalOrigin}/security`);
  });

  test('begin anew when the portal becomes someone else’s in another tab', async ({
    page,
    context,
  }) => {
    const portal = await onPage(page, '/profile');
    await proveGoogle(portal);
    const other = new NorthwindPortal(await context.newPage());
    await other.page.goto(portalOrigin);
    await other.signInInstead(grace);

    await expect(page.getByRole('main')).toContainText(grace.name);
    await expect(portal.action('link-accounts')).toBeHidden();
    await expect(page).toHaveURL(`${portalOrigin}/profile`);
    await expect(page.getByRole('main')).not.toContainText(ada.email);
  });

  test('leave it to a page of the portal’s own to show a link', async ({ page }) => {
    const portal = await onPage(page, '/own');
    await expect(page.getByText(ada.email)).toBeVisible();
    const popup = await popupBy(page.getByRole('button', { name: 'Google', exact: true }));
    await popup.getByRole('button').filter({ hasText: ada.email }).click();
    await expect(
      page.getByText(`${ada.googleId} becomes a way in to ${ada.userId}.`),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Join them' }).click();

    await expect(page.getByRole('status').filter({ hasText: 'done' })).toBeVisible();
    await page.getByRole('link', { name: 'All about it' }).click();
    await expect(portal.methods).toHaveCount(2);
    await portal.expectToBe(ada.userId);
  });
});
