import type { BrowserContext, Page } from '@playwright/test';

import { portalOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, grace } from '../testing/people.ts';
import { popupBy, Portal, submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';
import { NorthwindPortal } from './northwind-portal.ts';
import { withExample } from './with-example.ts';

/** Ada at a review, and the portal in another tab of hers. */
async function reviewingBesideAnotherTab(page: Page, context: BrowserContext) {
  const portal = new NorthwindPortal(page);
  await portal.enter(ada);
  await portal.openAccount();
  await portal.proveGoogle(ada.email);
  await expect(portal.action('link-accounts')).toBeVisible();
  const other = new NorthwindPortal(await context.newPage());
  await other.page.goto(portalOrigin);

  return { portal, other };
}

test.describe('a portal with Ligature in it', matrix, () => {
  withExample('portal-angular');

  test('loads nothing of it, and looks as it did, before one of its pages is opened', async ({
    page,
  }) => {
    const files: string[] = [];
    page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await page.goto(portalOrigin);
    const heading = page.getByRole('heading', { name: 'Orders' });
    await expect(heading).toBeVisible();
    const before = await heading.evaluate((element) => getComputedStyle(element).font);
    const filesBefore = files.length;
    await page.getByRole('link', { name: 'Sign-in methods' }).click();
    await expect(new Portal(page).action('sign-in')).toBeVisible();

    expect(files.slice(0, filesBefore)).not.toContain('/config.json');
    expect(files.slice(filesBefore)).toContain('/config.json');
    await page.getByRole('link', { name: 'Orders' }).click();
    expect(await heading.evaluate((element) => getComputedStyle(element).font)).toBe(before);
  });

  test('has its people link an account by a window, unlink it, and reload, below its own path', async ({
    page,
    expectAccessible,
  }) => {
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await expect(portal.methods).toHaveCount(1);
    await expectAccessible();

    await portal.proveGoogle(ada.email);
    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account/link/google-oauth2`);
    await expectAccessible();
    await portal.confirmLink();
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveCount(2);
    await portal.expectToBe(ada.userId);
    await portal.openAccount();
    await page.reload();
    await expect(portal.methods).toHaveCount(2);

    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').click();
    await expect(portal.methods).toHaveCount(1);
    await portal.expectToBe(ada.userId);
  });

  test('has them link by the full page, and come back to its own path', async ({ page }) => {
    const portal = new NorthwindPortal(page);
    await page.addInitScript(() => localStorage.setItem('ligature.transport.github', 'redirect'));
    await portal.enter(ada);
    await page.goto(`${portalOrigin}/settings/sign-in/account/link/github`);
    await portal.action('prove-account').click();
    await page.getByRole('button').filter({ hasText: '@' }).first().click();

    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account/link/github`);
    await expect(portal.action('link-accounts')).toBeVisible();
    await page.reload();
    await expect(portal.action('prove-account')).toBeVisible();
    await portal.expectToBe(ada.userId);
  });

  test('signs nobody in twice, and leads from a page of its own through the portal’s sign-in', async ({
    page,
  }) => {
    const portal = new NorthwindPortal(page);
    await page.goto(`${portalOrigin}/settings/sign-in/account`);
    await portal.action('sign-in').click();
    await submitPassword(page, ada);

    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account`);
    await expect(portal.methods).toHaveCount(1);
    await portal.expectToBe(ada.userId);
  });

  test('asks for one more sign-in where its own gives no token for Ligature, and leads back', async ({
    page,
  }) => {
    // As a tenant does it whose application has no policy for the Management API.
    await page.route('**/oauth/token', (route) => {
      const asked = new URLSearchParams(route.request().postData() ?? '');
      if (asked.get('grant_type') === 'refresh_token') asked.delete('audience');

      return route.continue({ postData: asked.toString() });
    });
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await expect(portal.alert).toHaveAttribute('data-failure', 'not-asked');
    await portal.action('sign-in').click();
    await submitPassword(page, ada);

    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account`);
    await expect(portal.methods).toHaveCount(1);
    await portal.expectToBe(ada.userId);
  });

  test('has them confirm in a window and on the full page, and is still theirs', async ({
    page,
  }) => {
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await expect(portal.methods).toHaveCount(1);
    await portal.timePasses(400);
    await portal.expectToBe(ada.userId);
    await portal.openAccount();
    await expect(portal.methods).toHaveCount(1);
    await portal.startLinking('google-oauth2');
    const popup = await popupBy(portal.action('confirm'));
    await submitPassword(popup, ada);
    await expect(portal.action('prove-account')).toBeVisible();
    await portal.timePasses(800);
    await portal.expectToBe(ada.userId);

    await portal.openAccount();
    await expect(portal.methods).toHaveCount(1);
    await portal.startLinking('google-oauth2');
    await portal.action('use-full-page').click();
    await submitPassword(page, ada);
    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account/link/google-oauth2`);
    await expect(portal.action('prove-account')).toBeVisible();
    await portal.expectToBe(ada.userId);
  });

  test('becomes the account that is kept, where that is the second one', async ({ page }) => {
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await portal.proveGoogle(ada.email);
    await openSettings(page);
    await portal.action('keep-account', 'keepSecond').check();
    await portal.confirmLink();

    // While the portal comes back as the other account, a progress is a status too.
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveText([/Google/, /Email and password/s]);
    await portal.expectToBe(ada.googleId);
    await page.reload();
    await portal.expectToBe(ada.googleId);
  });

  test('stays whose it is after a link that was given up, and through reloads in between', async ({
    page,
  }) => {
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await portal.proveGoogle(ada.email);
    await expect(portal.action('link-accounts')).toBeVisible();
    await page.reload();
    await expect(portal.action('prove-account')).toBeVisible();
    await portal.expectToBe(ada.userId);

    await portal.openAccount();
    await portal.proveGoogle(ada.email);
    await portal.action('cancel').click();
    await expect(portal.methods).toHaveCount(1);
    await portal.expectToBe(ada.userId);
    // The tenant's own session is the other account's; a reload does not ask it.
    await page.reload();
    await portal.expectToBe(ada.userId);

    await portal.openAccount();
    await popupBy(portal.action('sign-in-everywhere'));
    await portal.action('use-full-page').click();
    await submitPassword(page, ada);
    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account`);
    await expect(portal.action('sign-in-everywhere')).toBeHidden();
    await portal.expectToBe(ada.userId);
  });

  test('ends a link when somebody signs out in another tab, and writes nothing', async ({
    page,
    context,
  }) => {
    const { portal, other } = await reviewingBesideAnotherTab(page, context);
    await other.leave();

    await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in`);
    await expect(page.getByText('Sign in again as Ada Lovelace.')).toBeVisible();
    await expect(portal.action('link-accounts')).toBeHidden();
    await portal.action('sign-in').click();
    await submitPassword(page, ada);
    await expect(portal.methods).toHaveCount(1);
    await portal.expectToBe(ada.userId);
  });

  test('ends a link when the portal signs in someone else in another tab', async ({
    page,
    context,
  }) => {
    const { portal, other } = await reviewingBesideAnotherTab(page, context);
    await other.signInInstead(grace);

    await expect(portal.alert).toContainText(grace.name);
    await expect(portal.alert).toContainText(ada.name);
    await portal.action('start-over').click();
    await expect(portal.methods).toHaveCount(1);
    await portal.expectNotToBe(ada.userId);
  });

  test('shows nothing of somebody who was here before the portal became someone else’s', async ({
    page,
    context,
  }) => {
    const portal = new NorthwindPortal(page);
    await portal.enter(ada);
    await portal.openAccount();
    await expect(page.getByRole('main')).toContainText(ada.email);
    await page.getByRole('link', { name: 'Orders' }).click();
    const other = new NorthwindPortal(await context.newPage());
    await other.page.goto(portalOrigin);
    await other.signInInstead(grace);
    await expect(page).toHaveURL(`${portalOrigin}/`);
    await portal.openAccount();

    await expect(page.getByRole('main')).toContainText(grace.email);
    await expect(page.getByRole('main')).not.toContainText(ada.email);
  });

  test('says in a frame of another page that it does not work there', async ({ page }) => {
    await page.route(`${portalOrigin}/settings/sign-in`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      delete headers['x-frame-options'];
      const framed = policy.replace("frame-ancestors 'none'", 'frame-ancestors *');
      await route.fulfill({ response, headers: { ...headers, 'content-security-policy': framed } });
    });
    // Of the same site: elsewhere a browser keeps even the portal's own sign-in from its storage.
    await page.route(`${portalOrigin}/intranet`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe title="portal" src="/settings/sign-in"></iframe>',
      }),
    );
    await page.goto(`${portalOrigin}/intranet`);

    await expect(page.frameLocator('iframe').locator('[data-failure="framed"]')).toBeVisible();
  });
});
