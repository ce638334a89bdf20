import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { ada } from '../testing/people.ts';
import { openSettings } from '../testing/review.ts';
import { settingsOf } from '../testing/saga.ts';
import { expect, test } from '../testing/test.ts';

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

/** Has the connection break just before the write that opens a link arrives, or just after it. */
async function breakAtTheOpening(page: Page, when: 'before' | 'after'): Promise<void> {
  await page.route('**/api/v2/users/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    if (when === 'after') await route.fetch();
    await page.context().setOffline(true);
    await route.abort('internetdisconnected');
  });
}

test('a link whose first write never arrived was not cancelled, and back online its review is there again', async ({
  page,
  portal,
  context,
}) => {
  await portal.proveGoogle(ada.email);
  await openSettings(page);
  await control(page, 'choose-value', 'language theirs').check();
  await breakAtTheOpening(page, 'before');
  await portal.confirmLink();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'unknown');
  await page.unroute('**/api/v2/users/*');
  await context.setOffline(false);

  await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
  await expect(page.getByText('The link was cancelled')).toHaveCount(0);
  await expect(control(page, 'choose-value', 'language theirs')).toBeChecked();
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
  expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
  expect(await settingsOf(ada.userId)).toMatchObject({ language: 'fr' });
});

test('a link whose first write arrived before the connection broke is finished with one press', async ({
  page,
  portal,
  context,
}) => {
  await portal.proveGoogle(ada.email);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await breakAtTheOpening(page, 'after');
  await portal.confirmLink();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'unknown');
  await page.unroute('**/api/v2/users/*');
  const read = page.waitForResponse((response) => response.request().method() === 'GET');
  await context.setOffline(false);
  await read;
  await control(page, 'continue-link').click();

  await expect(page.getByRole('status')).toContainText('Linked');
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
  expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
});
