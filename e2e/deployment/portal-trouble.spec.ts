import type { Page } from '@playwright/test';

import { portalOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { dieBeforeTheLink } from '../testing/saga.ts';
import { expect, test } from '../testing/test.ts';
import { NorthwindPortal } from './northwind-portal.ts';
import { withExample } from './with-example.ts';

/** Has the portal's own bundle say something else to `provideAuth0`, as if its developers had written it. */
async function rewrite(page: Page, written: string, instead: string): Promise<void> {
  await page.route('**/main.js', async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    expect(code).toContain(written);
    await route.fulfill({ response, body: code.replace(written, instead) });
  });
}

/** The page says so before a second account is asked for, and what needs none goes on. */
async function expectNoLinking(portal: NorthwindPortal): Promise<void> {
  await portal.openAccount();
  await expect(portal.methods).toHaveCount(1);
  await portal.page.goto(`${portalOrigin}/settings/sign-in/account/link/google-oauth2`);
  await expect(portal.alert).toHaveAttribute('data-failure', 'linking-not-set-up');
  await expect(portal.action('prove-account')).toBeHidden();
  await portal.expectToBe(ada.userId);
}

test.describe('a portal with Ligature in it, where something is wrong', matrix, () => {
  withExample('portal-angular');

  test('goes on with a link whose page has died in the middle of it', async ({ page }) => {
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await portal.proveGoogle(ada.email);
    await expect(portal.action('link-accounts')).toBeVisible();
    await dieBeforeTheLink(page);
    await page.goto(`${portalOrigin}/settings/sign-in/account`);
    await portal.action('continue-link').click();
    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account/link/google-oauth2`);
    const popup = await popupBy(portal.action('continue-link'));
    await popup.getByRole('button').filter({ hasText: ada.email }).click();

    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveCount(2);
    await portal.expectToBe(ada.userId);
  });

  test('links nothing where its session would turn into the other account', async ({ page }) => {
    await rewrite(page, 'useRefreshTokens:!0', 'useRefreshTokens:!1');
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);

    await expectNoLinking(portal);
  });

  test('links nothing where it would take the second sign-in for its own', async ({ page }) => {
    await rewrite(page, 'skipRedirectCallback:', 'skipNothing:');
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);

    await expectNoLinking(portal);
    expect(errors.join('\n')).toContain('LIG-CALLBACK');
  });
});
