import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { appOrigin, tenantOrigin } from '../testing/addresses.ts';
import { begin, configure, kindOf } from '../testing/kinds.ts';
import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { matrix } from '../testing/matrix.ts';
import { expect, test } from '../testing/test.ts';

const google = kindOf('google-oauth2');

async function leaveForGoogle(page: Page): Promise<void> {
  await control(page, 'prove-account').click();
  await page.waitForURL(`${tenantOrigin}/**`);
}

test('the full page survives Back and a callback that is opened twice (REL-08)', async ({
  page,
  portal,
}) => {
  await begin(portal, google, 'redirect');
  await leaveForGoogle(page);
  await page.goBack();
  await expect(page.getByRole('banner')).toContainText(ada.name);

  await leaveForGoogle(page);
  const callback = page.waitForRequest((request) => request.url().includes('/link/callback?'));
  await google.prove(page);
  const address = (await callback).url();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(portal.alert).toHaveAttribute('data-failure', 'no-sign-in-pending');
  expect(asked.filter((url) => url.includes('/oauth/token'))).toEqual([]);
  await portal.expectSignedInAs(ada.name);
});

test(
  'what belongs to an answer is readable nowhere while the page is away',
  matrix,
  async ({ page, portal, context }) => {
    /** What this tab keeps for the portal, read while its page is at the tenant. */
    const kept = async (): Promise<string> => {
      const cookies = JSON.stringify(await context.cookies(appOrigin));
      await page.route(`${appOrigin}/nothing`, (route) => route.fulfill({ body: '' }));
      await page.goto(`${appOrigin}/nothing`);
      const stored = await page.evaluate(() =>
        JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
      );
      await page.goBack();

      return cookies + stored;
    };
    await configure(page, 'redirect');
    await portal.open();
    await control(page, 'sign-in').click();
    await page.waitForURL(`${tenantOrigin}/**`);
    const first = await kept();
    expect(first).toContain('ligature.sealed.sign-in-transaction');
    expect(first).not.toMatch(/verifier|nonce|a0\.spajs/);
    await submitPassword(page, ada);
    await (await portal.showTile('google-oauth2')).click();
    await page.waitForURL(`${tenantOrigin}/**`);
    const second = await kept();
    expect(second).toContain('ligature.sealed.pending-sign-in');
    expect(second).not.toMatch(/verifier|nonce|a0\.spajs/);
    await google.prove(page);

    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  },
);

test('a callback of the first sign-in is never taken for a second, nor the reverse (SEC-02)', async ({
  page,
  portal,
}) => {
  await begin(portal, google, 'redirect');
  await leaveForGoogle(page);
  const callback = page.waitForRequest((request) => request.url().includes('/link/callback?'));
  await page.route('**/link/callback?*', (route) => route.abort());
  await google.prove(page);
  const address = new URL((await callback).url());
  await page.unroute('**/link/callback?*');
  address.pathname = '/callback';
  await page.goto(address.href);

  await expect(page.getByRole('banner')).toContainText(ada.name);
  await control(page, 'nav-account').click();
  await expect(portal.methods).toHaveCount(1);
});

test('the way that works is chosen, and said', matrix, async ({ page, portal }) => {
  await configure(page, 'auto');
  await portal.openSignedIn(ada);
  await portal.openLinkPage('google-oauth2');
  await expect(page.getByText('A window opens for it')).toBeVisible();

  const popup = await portal.openWindow();
  await control(page, 'bring-to-front').click();
  await Promise.all([popup.waitForEvent('close'), control(page, 'use-full-page').click()]);
  await page.waitForURL(`${tenantOrigin}/**`);
  await page.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await control(page, 'cancel').click();
  await expect(portal.methods).toHaveCount(1);
  await portal.openLinkPage('google-oauth2');
  await expect(page.getByText('This page goes there and comes back')).toBeVisible();
});
