import type { Page } from '@playwright/test';

import { deliverConfig } from '../testing/app-config.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { submitPassword, type Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

const shop = 'https://shop.example/linked';

const pageFor = (connection: string, address = `${shop}?cart=7`, state = 'a&b'): string =>
  `/account/link/${connection}?${new URLSearchParams({ return: address, state }).toString()}`;

/** Another application that may have its people come back to it, and one that may not. */
async function withShop(page: Page): Promise<void> {
  await deliverConfig(page, { change: (config) => ({ ...config, returnAddresses: [shop] }) });
  for (const site of ['https://shop.example/**', 'https://evil.example/**']) {
    await page.route(site, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Another application</title>' }),
    );
  }
}

/** Signs in on the start page, which leads back to what was to be opened. */
async function signInHere(portal: Portal): Promise<void> {
  await portal.action('sign-in').click();
  await submitPassword(portal.page, ada);
  await expect(portal.wizard).toBeVisible();
}

const arrivedAt = (page: Page): Promise<void> => expect(page).toHaveTitle('Another application');

test('who was sent here to link is back where they came from afterwards', async ({
  page,
  portal,
}) => {
  await withShop(page);
  await page.goto(pageFor('google-oauth2'));
  await signInHere(portal);
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  await page.getByRole('link', { name: 'Back to shop.example' }).click();

  await arrivedAt(page);
  expect(page.url()).toBe(`${shop}?cart=7&ligature=linked&state=a%26b`);
});

test(
  'who was sent here is back also by the full page, on which nothing asks for it any more',
  matrix,
  async ({ page, portal }) => {
    await withShop(page);
    await page.addInitScript(() => localStorage.setItem('ligature.transport.github', 'redirect'));
    await page.goto(pageFor('github'));
    await signInHere(portal);
    await portal.action('prove-account').click();
    await page.getByRole('button').filter({ hasText: '@' }).first().click();
    await expect(portal.action('link-accounts')).toBeVisible();
    expect(new URL(page.url()).search).toBe('');
    await portal.confirmLink();
    await page.getByRole('link', { name: 'Back to shop.example' }).click();

    await arrivedAt(page);
    expect(page.url()).toBe(`${shop}?cart=7&ligature=linked&state=a%26b`);
  },
);

test(
  'who cancels is back as well, and the other application knows',
  matrix,
  async ({ page, portal }) => {
    await withShop(page);
    await page.goto(pageFor('google-oauth2'));
    await signInHere(portal);
    await portal.proveGoogle(ada.email);
    await portal.action('cancel').click();

    await arrivedAt(page);
    expect(page.url()).toBe(`${shop}?cart=7&ligature=cancelled&state=a%26b`);
  },
);

test(
  'the other application is told why a link cannot be made',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await withShop(page);
    await page.goto(pageFor('linkedin'));
    await signInHere(portal);
    const back = page.getByRole('link', { name: 'Back to shop.example' });
    await expect(back).toBeVisible();
    await expectAccessible();
    await back.click();

    await arrivedAt(page);
    expect(page.url()).toBe(`${shop}?cart=7&ligature=failed&ligature_code=not-offered&state=a%26b`);
  },
);

for (const [what, address] of [
  ['another site', 'https://evil.example/linked'],
  ['a path that is not named', 'https://shop.example/linked/more'],
  ['a site after somebody’s name', 'https://shop.example@evil.example/linked'],
  ['a script', 'javascript:document.title="Another application"'],
] as const) {
  test(`nobody is taken to ${what}`, matrix, async ({ page, portal }) => {
    await withShop(page);
    await page.goto(pageFor('google-oauth2', address));
    await signInHere(portal);
    await expect(page.getByText("this site can't take you back")).toBeVisible();
    await portal.action('cancel').click();

    await expect(page).toHaveURL('/account');
    await expect(portal.action('add-method')).toBeVisible();
  });
}

test('a link that is made afterwards leads to nobody else', matrix, async ({ page, portal }) => {
  await withShop(page);
  await page.goto(pageFor('google-oauth2'));
  await signInHere(portal);
  await page.goto('/account');
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  await portal.action('go-to-account').click();

  await expect(page).toHaveURL('/account');
});
