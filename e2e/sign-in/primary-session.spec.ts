import type { BrowserContext, Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, alan, grace, margaret } from '../testing/people.ts';
import { popupBy, submitPassword, type Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { serverIsAhead, timePasses } from '../testing/time.ts';

test.afterEach(() => localTenant.moveClock(0));

test.describe('before anything is changed, a person who signed in long ago confirms that it is them', () => {
  test('before a link, with every choice kept', async ({ page, portal, expectAccessible }) => {
    await portal.openSignedIn(ada);
    await timePasses(page, 400);
    await page.goto('/account/link/google-oauth2');
    await expect(portal.wizard).toHaveAttribute('data-phase', 'confirmingPrimary');
    await expectAccessible();
    const popup = await popupBy(control(page, 'confirm'));
    await expect(popup.getByLabel('Email address')).toHaveValue(ada.email);
    await submitPassword(popup, ada);

    await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    const second = await portal.openWindow();
    await second.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await portal.confirmLink();
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
  });

  test('before an unlink', matrix, async ({ page, portal }) => {
    await portal.openSignedIn(margaret);
    await timePasses(page, 400);
    await page.reload();
    await control(page, 'review-unlink', 'google-oauth2').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const popup = await popupBy(control(page, 'confirm'));
    await submitPassword(popup, margaret);
    await control(page, 'unlink').click();

    await expect(portal.methods).toHaveCount(2);
  });

  test('and somebody else cannot do it for them', matrix, async ({ page, portal }) => {
    await portal.openSignedIn(ada);
    await timePasses(page, 400);
    await page.goto('/account/link/google-oauth2');
    const popup = await popupBy(control(page, 'confirm'));
    await submitPassword(popup, grace);

    await expect(portal.alert).toHaveAttribute('data-failure', 'wrong-person');
    await portal.expectSignedInAs(ada.name);
    await expect(portal.wizard).toHaveAttribute('data-phase', 'confirmingPrimary');
  });
});

test(
  'a session outlives its access token where the tenant gives refresh tokens',
  matrix,
  async ({ page, portal }) => {
    await proveAndGiveUp(portal);
    await timePasses(page, 25 * 3600);
    await page.goto('/account');

    await expect(portal.methods).toHaveText([/ada@example\.com/]);
    await portal.expectSignedInAs(ada.name);
  },
);

test(
  'and asks for a sign-in where it does not, even when the tenant knows somebody',
  matrix,
  async ({ page, portal }) => {
    await localTenant.changeClient({ grant_types: ['authorization_code'] });
    await proveAndGiveUp(portal);
    await timePasses(page, 25 * 3600);
    await page.goto('/account');

    await expect(portal.alert).toHaveAttribute('data-failure', 'signed-out');
    await control(page, 'sign-in-again').click();
    await submitPassword(page, ada);
    await expect(portal.methods).toHaveText([/ada@example\.com/]);
  },
);

test(
  'after a second account that was not linked, the tenant’s own session is given back',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await proveAndGiveUp(portal);
    await expect(page.getByText('signed in to another account')).toBeVisible();
    await expectAccessible();
    const giveBack = control(page, 'sign-in-everywhere');
    const popup = await popupBy(giveBack);
    await submitPassword(popup, ada);

    await expect(page.getByText('signed in to another account')).toHaveCount(0);
    await page.reload();
    await expect(portal.methods).toHaveText([/ada@example\.com/]);
    await expect(page.getByText('signed in to another account')).toHaveCount(0);
  },
);

test('signing out ends the session of that person in every tab, and of nobody else', async ({
  page,
  portal,
  context,
}) => {
  await portal.openSignedIn(ada);
  const [second, third] = [await furtherTab(context), await furtherTab(context)];
  await control(third, 'open-menu').click();
  await control(third, 'sign-out').click();

  for (const tab of [page, second, third]) {
    await expect(control(tab, 'sign-in')).toBeVisible();
    await expect(tab.getByRole('banner')).not.toContainText(ada.name);
  }
  const kept = await page.evaluate(() => [
    ...Object.keys(sessionStorage),
    ...Object.keys(localStorage),
  ]);
  expect(kept.filter((name) => /sealed|last-person/.test(name))).toEqual([]);
});

test('two tabs with two people do not mix (REL-30)', async ({ page, portal, context }) => {
  await portal.openSignedIn(ada);
  const other = await context.newPage();
  await other.goto('/');
  await page.evaluate(() => localStorage.removeItem('ligature.last-person'));
  await control(other, 'sign-in').waitFor();
  await signInAsSomebodyElse(other);
  await expect(other.getByRole('banner')).toContainText(grace.name);

  await portal.expectSignedInAs(ada.name);
  await expect(portal.methods).toHaveText([/ada@example\.com/]);
  await control(other, 'open-menu').click();
  await control(other, 'sign-out').click();
  await portal.expectSignedInAs(ada.name);
});

test(
  'a new tab whose sign-in is another person asks before it goes on',
  matrix,
  async ({ page, portal, context, expectAccessible }) => {
    await portal.openSignedIn(ada);
    const other = await context.newPage();
    await other.goto('/');
    await signInAsSomebodyElse(other);
    await expect(other.getByRole('alert')).toHaveAttribute('data-failure', 'new-person');
    await expect(other.getByRole('banner')).not.toContainText(grace.name);
    await expectAccessible(other);

    await other.getByRole('button', { name: `Continue as ${grace.name}` }).click();
    await expect(other.getByRole('banner')).toContainText(grace.name);
    await expect(page.getByRole('banner')).toContainText(ada.name);
  },
);

test('a page that Back brings back after a sign-out shows nothing (REL-34)', async ({
  page,
  portal,
}) => {
  await portal.open();
  await portal.signIn(ada);
  await portal.signOut();
  await page.goBack();
  await page.goBack();

  await expect(page.locator('body')).not.toContainText(ada.email);
});

for (const [clock, seconds] of [
  ['10 minutes slow', 600],
  ['10 minutes fast', -600],
  ['a day slow', 86_400],
  ['a day fast', -86_400],
] as const) {
  test(
    `with a clock that is ${clock} a person is told, and can link all the same (REL-26)`,
    matrix,
    async ({ page, portal }) => {
      await localTenant.moveClock(seconds);
      await serverIsAhead(page, seconds);
      await portal.open();
      await expect(page.getByText('The clock on this device is off')).toBeVisible();
      await portal.signIn(ada);
      await portal.proveGoogle(ada.email);
      await portal.confirmLink();
      await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
    },
  );
}

test(
  'without storage all works that can, and what cannot says why (REL-09, REL-10)',
  matrix,
  async ({ page, portal }) => {
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('no storage', 'QuotaExceededError');
      };
      // A redirect needs session storage, without which nobody signs in; all else is switched off.
      Object.defineProperty(window, 'localStorage', { get: refuse });
      Object.defineProperty(window, 'indexedDB', { get: refuse });
    });
    await portal.open();
    await portal.signIn(ada);
    const popup = await portal.openWindow();
    await Promise.all([popup.waitForEvent('close'), control(page, 'use-full-page').click()]);
    await expect(portal.alert).toHaveAttribute('data-failure', 'no-storage');

    const again = await popupBy(control(page, 'try-again'));
    await again.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await portal.confirmLink();
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
  },
);

/** A second account is proven, Alan's, and not linked; the tenant's own session is his from then on. */
async function proveAndGiveUp(portal: Portal): Promise<void> {
  await portal.openSignedIn(ada);
  await portal.proveGoogle(alan.email);
  await control(portal.page, 'cancel').click();
}

/** Another tab, in which the tenant's session signs Ada in. */
async function furtherTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto('/');
  await control(tab, 'sign-in').click();
  await expect(tab.getByRole('banner')).toContainText(ada.name);

  return tab;
}

/** In a new tab the tenant's session would sign Ada in; it is left first, as another application would. */
async function signInAsSomebodyElse(tab: Page): Promise<void> {
  await localTenant.endSessions();
  await control(tab, 'sign-in').click();
  await submitPassword(tab, grace);
}
