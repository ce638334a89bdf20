import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, alan } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';
import { settingsOf } from '../testing/saga.ts';

test.beforeEach(async ({ page, portal }) => {
  had = await settingsOf(ada.googleId);
  await portal.openSignedIn(ada);
  await portal.proveGoogle(ada.email);
  await openSettings(page);
  await control(page, 'choose-value', 'bookmarks both').check();
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
  await control(page, 'go-to-account').click();
  await control(page, 'review-unlink', 'google-oauth2').click();
  await control(page, 'unlink').click();
  await expect(page.getByRole('status')).toContainText('Unlinked Google');
});

/** What Ada's account has set aside of her Google account, which has nothing now. */
async function setAside(): Promise<unknown> {
  expect(await settingsOf(ada.googleId)).toEqual({});
  const { linked_archive: archive } = await settingsOf(ada.userId);

  return (archive as Record<string, object>)[ada.googleId];
}

/** What her Google account had before it was linked. */
let had: Readonly<Record<string, unknown>>;

const isBack = (page: Page) => page.getByText('The account they come from has these values');

const openSaved = (page: Page) => control(page, 'unfold', 'saved-values').click();

/** Where no window opens, up to the tenant's page. */
async function byFullPage(page: Page, action: 'put-back-all' | 'prove-account'): Promise<void> {
  if (action === 'put-back-all') await openSaved(page);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await control(page, action).click();
  await control(page, 'use-full-page').click();
  await page.waitForURL(`${tenantOrigin}/**`);
}

/** Signs in at the tenant's page, and gives the address that it answers at, which nobody has opened yet. */
async function heldBack(page: Page, account: string): Promise<string> {
  const callback = page.waitForRequest((request) => request.url().includes('/link/callback?'));
  await page.route('**/link/callback?*', (route) => route.abort());
  await page.getByRole('button', { name: `Continue as ${account}` }).click();
  const address = (await callback).url();
  await page.unroute('**/link/callback?*');

  return address;
}

test('REL-38: an account has all that it had before the link again, lists that were joined as well', async ({
  page,
  expectAccessible,
}) => {
  // She may have signed in with the one that is gone.
  await expect(page.getByText("You're signed in with this")).toHaveCount(0);
  await setAside();
  expect((await settingsOf(ada.userId))['bookmarks']).not.toEqual(had['bookmarks']);
  await openSaved(page);
  await expect(page.getByText('copied back along with the rest')).toContainText('Saved pages');
  await expectAccessible();
  const popup = await popupBy(control(page, 'put-back-all'));
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await expect(isBack(page)).toBeVisible();

  expect(await settingsOf(ada.googleId)).toEqual(had);
  expect(await settingsOf(ada.userId)).not.toHaveProperty('linked_archive');
  await expect(page.getByRole('heading', { name: 'Saved values' })).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Ada');
});

test(
  'REL-38: and by the full page where no window opens',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await setAside();
    await byFullPage(page, 'put-back-all');
    await page.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await expect(isBack(page)).toBeInViewport();
    await expect(page).toHaveURL('/account');
    await expectAccessible();

    expect(await settingsOf(ada.googleId)).toEqual(had);
    expect(await settingsOf(ada.userId)).not.toHaveProperty('linked_archive');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    await portal.expectSignedInAs(ada.name);
    await expect(isBack(page)).toHaveCount(0);
  },
);

test(
  'settings go back into no other account by the full page, and it is not linked',
  matrix,
  async ({ page, portal }) => {
    const aside = await setAside();
    await byFullPage(page, 'put-back-all');
    await page.getByRole('button', { name: `Continue as ${alan.email}` }).click();
    await expect(portal.alert).toHaveAttribute('data-failure', 'other-settings');

    expect(await setAside()).toEqual(aside);
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    await portal.expectSignedInAs(ada.name);
  },
);

test(
  'a sign-in for a link puts nothing back, and one that puts back links nothing (SEC-02)',
  matrix,
  async ({ page, portal }) => {
    await setAside();
    await portal.openLinkPage('google-oauth2');
    await byFullPage(page, 'prove-account');
    const toLink = await heldBack(page, ada.email);
    await page.goto('/account');
    await byFullPage(page, 'put-back-all');
    const toPutBack = await heldBack(page, ada.email);

    await page.goto(toLink);
    await expect(portal.alert).toHaveAttribute('data-failure', 'no-sign-in-pending');
    await setAside();

    await page.goto(toPutBack);
    await expect(isBack(page)).toBeVisible();
    expect(await settingsOf(ada.googleId)).toEqual(had);
    await page.goto('/account/link/google-oauth2');
    await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
  },
);

test(
  'one saved value is used, one goes back, and one is deleted, each answered in one place',
  matrix,
  async ({ page, expectAccessible }) => {
    const place = page.locator('app-message-place');
    const { theme, language } = (await setAside()) as Record<string, string>;
    expect([theme, language]).toEqual(['light', 'fr']);
    await expect(place).toContainText('Unlinked Google');
    await openSaved(page);
    await expectAccessible();
    await control(page, 'use-value', 'theme').click();
    await expect(place).toContainText('Your saved value for Theme is in use');
    await expect(place).not.toContainText('Unlinked Google');
    await expect(place).toBeInViewport();
    await expect(place).toBeFocused();
    await expectAccessible();
    expect(await settingsOf(ada.userId)).toMatchObject({
      theme: 'light',
      linked_archive: { [ada.userId]: { theme: 'dark' } },
    });

    const popup = await popupBy(control(page, 'put-back', 'language'));
    await expect(place).toContainText('Waiting for the sign-in window');
    await expect(place).not.toContainText('is in use');
    // It is not known yet whose session it will be.
    await expect(page.getByText('signed in to another account')).toHaveCount(0);
    await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await expect(isBack(page)).toBeVisible();
    await expect(place).toHaveText(/Copied back.*You signed in to your Google account for that\./s);
    await expect(place.getByRole('button', { name: `Switch back to ${ada.email}` })).toBeVisible();
    await expectAccessible();
    expect(await settingsOf(ada.googleId)).toEqual({ language });

    await control(page, 'ask-to-delete', 'theme').click();
    await expectAccessible();
    await control(page, 'delete-value').click();
    await expect(place).toContainText('Your saved value for Theme is deleted');
    await expect(place).not.toContainText('Copied back');
    await expect(place).toBeFocused();
    await expect(control(page, 'ask-to-delete', 'theme')).toHaveCount(0);
    await expect
      .poll(async () => (await settingsOf(ada.userId))['linked_archive'])
      .not.toHaveProperty([ada.userId]);
  },
);
