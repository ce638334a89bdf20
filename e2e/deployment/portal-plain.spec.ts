import { expect, type Locator, type Page } from '@playwright/test';

import { portalOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy, Portal, submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { dieBeforeTheLink } from '../testing/saga.ts';
import { test } from '../testing/test.ts';
import { withExample } from './with-example.ts';

const account = `${portalOrigin}/account.html`;

/** The example portal that is nothing but files, and has the element on a page of its own. */
class HarbourPortal extends Portal {
  get news(): Locator {
    return this.page.locator('#news');
  }

  async enter(): Promise<void> {
    await this.page.goto(account);
    await this.action('sign-in').click();
    await submitPassword(this.page, ada);
    await expect(this.action('add-method')).toBeVisible();
  }
}

/** Puts another element into the page, or takes the first one out. */
const change = (page: Page, what: 'add' | 'remove'): Promise<void> =>
  page.evaluate((how) => {
    const first = document.querySelector('ligature-account');
    if (how === 'remove') first?.remove();
    else first?.after(first.cloneNode());
  }, what);

test.describe('a portal without Angular, with the element in it', matrix, () => {
  withExample('portal-plain');

  test('has its people link an account by a window and unlink it, and hears of it', async ({
    page,
    expectAccessible,
  }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    await expect(page).toHaveURL(account);
    await expect(page).toHaveTitle('Sign-in methods · Harbour');
    await expect(portal.methods).toHaveCount(1);
    await expectAccessible();

    await portal.proveGoogle(ada.email);
    await portal.confirmLink();
    await expect(portal.news).toHaveText('The accounts are linked.');
    await expect(page).toHaveURL(account);
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveCount(2);
    await page.reload();
    await expect(portal.methods).toHaveCount(2);

    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').click();
    await expect(portal.news).toHaveText('The account is on its own again.');
    await expect(portal.methods).toHaveCount(1);
  });

  test('gives the page around it the ids of both accounts', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('ligature-linked', (event) => {
            if (event instanceof CustomEvent) resolve(event.detail);
          });
        }),
    );
    await portal.proveGoogle(ada.email);
    await portal.confirmLink();

    expect(await told).toMatchObject({ kept: ada.userId, absorbed: ada.googleId });
  });

  test('has them link by the full page, and come back to the same page', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await page.addInitScript(() => localStorage.setItem('ligature.transport.github', 'redirect'));
    await portal.enter();
    // The page is left at once.
    await (await portal.showTile('github')).click();
    await page.getByRole('button').filter({ hasText: '@' }).first().click();

    await expect(portal.action('link-accounts')).toBeVisible();
    await expect(page).toHaveURL(account);
    await page.reload();
    await expect(portal.methods).toHaveCount(1);
  });

  test('becomes the account that is kept, where that is the second one', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    await portal.proveGoogle(ada.email);
    await openSettings(page);
    await portal.action('keep-account', 'keepSecond').check();
    await portal.confirmLink();

    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
    await expect(page).toHaveURL(account);
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveText([/Google/, /Email and password/s]);
  });

  test('hears that a link was cancelled, and nothing has changed', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    await portal.proveGoogle(ada.email);
    await portal.action('cancel').click();

    await expect(portal.news).toHaveText('Nothing has changed.');
    await expect(portal.methods).toHaveCount(1);
  });

  test('goes on with a link whose page has died in the middle of it', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    await portal.proveGoogle(ada.email);
    await expect(portal.action('link-accounts')).toBeVisible();
    await dieBeforeTheLink(page);
    await page.goto(account);
    await portal.action('continue-link').click();
    const popup = await popupBy(portal.action('continue-link'));
    await popup.getByRole('button').filter({ hasText: ada.email }).click();

    await expect(portal.news).toHaveText('The accounts are linked.');
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveCount(2);
  });

  test('signs out by a button of its own, in every tab', async ({ page, context }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    const other = new HarbourPortal(await context.newPage());
    await other.page.goto(account);
    await other.action('sign-in').click();
    await expect(other.action('add-method')).toBeVisible();
    await other.page.getByRole('button', { name: 'Sign out' }).click();

    await expect(other.action('sign-in')).toBeVisible();
    await expect(other.page).toHaveURL(account);
    await expect(portal.action('sign-in')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(ada.email);
  });

  test('may have two elements on a page, of which one takes a sign-in', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const first = document.querySelector('ligature-account');
        first?.after(first.cloneNode());
      });
    });
    await page.goto(account);
    await expect(portal.action('sign-in')).toHaveCount(2);
    await portal.action('sign-in').first().click();
    await submitPassword(page, ada);

    await expect(portal.action('add-method')).toHaveCount(2);
    await expect(portal.alert).toHaveCount(0);
    const popup = await popupBy(portal.action('open-link', 'google-oauth2').first());
    await popup.getByRole('button').filter({ hasText: ada.email }).click();
    await expect(portal.action('link-accounts')).toHaveCount(1);
    await expect(portal.action('add-method')).toHaveCount(1);
  });

  test('frees what an element took when it is removed', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    const nodesBefore = await page.locator('body *').count();
    for (let round = 0; round < 3; round += 1) {
      await change(page, 'add');
      await expect(portal.action('add-method')).toHaveCount(2);
      await change(page, 'remove');
      await expect(portal.action('add-method')).toHaveCount(1);
    }

    expect(await page.locator('body *').count()).toBeLessThanOrEqual(nodesBefore + 2);
    await expect(portal.methods).toHaveCount(1);
  });

  test('closes the window of an element that is removed', async ({ page }) => {
    const portal = new HarbourPortal(page);
    await portal.enter();
    const popup = await portal.openWindow();
    await expect(popup.getByRole('button').filter({ hasText: ada.email })).toBeVisible();
    await change(page, 'remove');

    await expect.poll(() => popup.isClosed()).toBe(true);
  });

  test('leaves the page its own words where the code does not arrive', async ({ page }) => {
    await page.route('**/ligature/chunk-*.js', (route) => route.abort());
    await page.goto(account);

    await expect(page.getByText('load this page again')).toBeVisible();
  });

  test('says so where its configuration does not arrive', async ({ page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: ['no configuration'] }));
    await page.goto(account);

    await expect(page.locator('[data-failure="config-invalid"]')).toBeVisible();
  });

  test('speaks the language that the element is given', async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.querySelector('ligature-account')?.setAttribute('lang', 'de');
      });
    });
    await page.goto(account);

    await expect(page.getByRole('button', { name: 'Anmelden' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
