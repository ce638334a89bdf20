import type { Browser, Locator, Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy, Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { dieBeforeTheLink } from '../testing/saga.ts';
import { serverIsAhead } from '../testing/time.ts';

/** Another device of Ada’s, on which she signs in; its clock can be put forward. */
async function anotherDevice(browser: Browser): Promise<Portal> {
  const context = await browser.newContext();
  const device = new Portal(await context.newPage());
  await device.page.clock.install();
  await device.open();
  await device.signIn(ada);

  return device;
}

/** What a page says of a link that was left unfinished. */
const unfinished = (page: Page): Locator => page.getByRole('region', { name: 'Unfinished link' });

test(
  'REL-44: another device goes on with a link whose browser has died, seconds later and by itself',
  matrix,
  async ({ page, portal, browser }) => {
    await portal.openSignedIn(ada);
    const device = await anotherDevice(browser);
    await portal.proveGoogle(ada.email);
    await dieBeforeTheLink(page);
    await device.page.reload();
    const region = unfinished(device.page);
    await expect(region).toContainText('you can go on here at');
    await expect(region.getByRole('button')).toHaveCount(0);
    await device.page.clock.fastForward(16_000);
    await control(region, 'undo-link').click();

    await expect(device.page.getByText('The link was cancelled')).toBeVisible();
    await device.page.context().close();
  },
);

/** Proves the other account of an unfinished link once more, up to the last click. */
async function proveAgain(page: Page): Promise<Locator> {
  await control(unfinished(page), 'continue-link').click();
  await expect(page.getByRole('heading', { name: 'Link Google' })).toBeVisible();
  const popup = await popupBy(control(unfinished(page), 'continue-link'));

  return popup.getByRole('button', { name: `Continue as ${ada.email}` });
}

test(
  'REL-44: a device that has proven both accounts waits for one that has died, and then links by itself',
  matrix,
  async ({ page, portal, browser }) => {
    // By this browser’s clock its time is up as soon as it has died.
    await serverIsAhead(page, -15);
    await portal.openSignedIn(ada);
    await portal.proveGoogle(ada.email);
    await dieBeforeTheLink(page);
    await page.unroute('**/config.json');
    const device = await anotherDevice(browser);
    const proof = await proveAgain(device.page);
    await page.goto('/account');
    await dieBeforeTheLink(page, await proveAgain(page));
    await proof.click();
    await expect(unfinished(device.page)).toContainText('you can go on here at');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    await device.page.clock.fastForward(16_000);

    await expect(device.page.getByRole('status')).toContainText('Linked');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
    await device.page.context().close();
  },
);
