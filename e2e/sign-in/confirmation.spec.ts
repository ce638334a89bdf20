import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { settingsOf } from '../testing/saga.ts';
import { ada, grace, margaret } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';
import { timePasses, timePassesHere } from '../testing/time.ts';

const wizard = '/account/link/google-oauth2';

/** The browser opens no window, whoever asks. */
const blockWindows = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.open = () => null;
  });

async function confirm(page: Page): Promise<void> {
  await control(page, 'confirm').click();
}

async function useFullPage(page: Page): Promise<void> {
  await control(page, 'use-full-page').click();
  await page.waitForURL(`${tenantOrigin}/**`);
}

/** Proves Ada's Google account where no window opens. */
async function proveGoogle(page: Page): Promise<void> {
  await control(page, 'prove-account').click();
  // Once the full page has worked, it is taken at once.
  const fullPage = control(page, 'use-full-page');
  const account = page.getByRole('button', { name: `Continue as ${ada.email}` });
  await fullPage.or(account).waitFor();
  if (await fullPage.isVisible()) await fullPage.click();
  await account.click();
}

test.afterEach(() => localTenant.moveClock(0));

test.describe('where no window opens, a person confirms on the full page that it is them', () => {
  test.beforeEach(({ page }) => blockWindows(page));

  test('before a link, which goes on', async ({ page, portal, expectAccessible }) => {
    await portal.openSignedIn(ada);
    await timePasses(page, 400);
    await page.goto(wizard);
    await confirm(page);
    await expect(portal.alert).toHaveAttribute('data-failure', 'popup-blocked');
    await expectAccessible();
    await useFullPage(page);
    await expect(page.getByLabel('Email address')).toHaveValue(ada.email);
    await submitPassword(page, ada);

    await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    await expect(page).toHaveURL(wizard);
    await proveGoogle(page);
    await portal.confirmLink();
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
    await portal.expectSignedInAs(ada.name);
  });

  test('before an unlink', matrix, async ({ page, portal, expectAccessible }) => {
    await portal.openSignedIn(margaret);
    await timePasses(page, 400);
    await page.reload();
    await control(page, 'review-unlink', 'google-oauth2').click();
    await expect(page.getByText('Then press Unlink once more.')).toBeVisible();
    await expectAccessible();
    await useFullPage(page);
    await submitPassword(page, margaret);

    await expect(page).toHaveURL('/account');
    await control(page, 'review-unlink', 'google-oauth2').click();
    await control(page, 'unlink').click();
    await expect(portal.methods).toHaveCount(2);
  });

  test(
    'REL-25: at the review, with what they have chosen kept',
    matrix,
    async ({ page, portal }) => {
      await portal.openSignedIn(ada);
      await portal.openLinkPage('google-oauth2');
      await proveGoogle(page);
      await openSettings(page);
      await control(page, 'choose-value', 'language theirs').check();
      await timePassesHere(page, 400);
      await portal.confirmLink();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'confirmingPrimary');
      await expect(page.getByText('Then sign in to Google once more')).toBeVisible();
      await useFullPage(page);
      await submitPassword(page, ada);

      await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
      await proveGoogle(page);
      await expect(control(page, 'choose-value', 'language theirs')).toBeChecked();
      await portal.confirmLink();
      await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
      expect(await settingsOf(ada.userId)).toMatchObject({ language: 'fr' });
    },
  );

  test('and somebody else cannot do it for them (SEC-40)', matrix, async ({ page, portal }) => {
    await portal.openSignedIn(ada);
    await timePasses(page, 400);
    await page.goto(wizard);
    await useFullPage(page);
    await submitPassword(page, grace);
    await expect(portal.alert).toHaveAttribute('data-failure', 'another-person');
    await expect(page.getByRole('banner')).not.toContainText(grace.name);

    await control(page, 'sign-in').click();
    await submitPassword(page, ada);
    await expect(page).toHaveURL(wizard);
    await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    await portal.expectSignedInAs(ada.name);
  });

  test(
    'when the tenant’s own session may be another account’s',
    matrix,
    async ({ page, portal }) => {
      await portal.openSignedIn(ada);
      await portal.openLinkPage('google-oauth2');
      await proveGoogle(page);
      await control(page, 'cancel').click();
      await control(page, 'sign-in-everywhere').click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'popup-blocked');
      await useFullPage(page);
      await submitPassword(page, ada);

      await expect(portal.methods).toHaveText([/ada@example\.com/]);
      await expect(page.getByText('signed in to another account')).toHaveCount(0);
    },
  );
});

test(
  'a page that would not know its person on return is not left to confirm (REL-09)',
  matrix,
  async ({ page, portal }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('no storage', 'InvalidStateError');
        },
      });
    });
    await portal.openSignedIn(ada);
    await timePassesHere(page, 400);
    await portal.startLinking('google-oauth2');
    await control(page, 'use-full-page').click();

    await expect(portal.alert).toHaveAttribute('data-failure', 'no-storage');
    await expect(portal.wizard).toHaveAttribute('data-phase', 'confirmingPrimary');
  },
);
