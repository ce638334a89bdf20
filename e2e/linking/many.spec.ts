import type { Locator, Page } from '@playwright/test';

import { deliverConfig } from '../testing/app-config.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

const api = `${tenantOrigin}/_tenant/api`;

/** Gives Ada so many sign-in methods more, each with an account of its own until then. */
async function linkMore(count: number): Promise<void> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${api}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

    return answer.json();
  };
  for (let at = 0; at < count; at += 1) {
    const connection = at % 4 === 0 ? 'github' : 'google-oauth2';
    const other = (await post('users', { connection, fill: true })) as { user_id: string };
    await post(`users/${encodeURIComponent(ada.userId)}/identities`, { user_id: other.user_id });
  }
}

/** Has the tenant say that Ada has so many sign-in methods, the other ones all of Google. */
async function answerWith(page: Page, count: number): Promise<void> {
  await page.route(`**/api/v2/users/${encodeURIComponent(ada.userId)}*`, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { readonly identities: readonly object[] };
    const others = Array.from({ length: count - json.identities.length }, (_, at) => ({
      provider: 'google-oauth2',
      user_id: `${at}`,
      connection: 'google-oauth2',
      isSocial: true,
      profileData: { email: `ada.${at}@gmail.com` },
    }));
    await route.fulfill({
      response,
      json: { ...json, identities: [...json.identities, ...others] },
    });
  });
}

const expectFew = (rows: Locator, most: number): Promise<void> =>
  expect(async () => expect(await rows.count()).toBeLessThan(most)).toPass();

/** Where something stands in the window, in whole pixels. */
const topOf = (element: Locator): Promise<number> =>
  element.evaluate((row) => Math.round(row.getBoundingClientRect().top));

/** Scrolls to a share of the page, and gives the method that is in the middle of the window then. */
async function scrollTo(page: Page, share: number): Promise<Locator> {
  await page.evaluate(
    (at) => window.scrollTo(0, document.documentElement.scrollHeight * at),
    share,
  );
  let place = 0;
  await expect(async () => {
    place = await page.evaluate(() => {
      const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);

      return Number(middle?.closest('li')?.getAttribute('aria-posinset'));
    });
    expect(Math.abs(place - 1000 * share), `which is at ${share}: ${place}`).toBeLessThan(50);
  }).toPass();

  return page.locator(`[aria-posinset="${place}"]`);
}

test('a thousand methods are one page to scroll, of which what is near the screen is there', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await answerWith(page, 1000);
  await portal.openSignedIn(ada);
  const row = (text: string): Locator => portal.methods.filter({ hasText: text });
  await expectFew(portal.methods, 60);
  await expect(portal.methods.first()).toHaveAttribute('aria-setsize', '1000');
  await expectAccessible();

  // Nothing on the screen moves while rows above and below it come and go.
  const button = page.locator('[aria-posinset="6"]').getByRole('button');
  await button.focus();
  for (const share of [0.3, 0.6, 0.45]) {
    const middle = await scrollTo(page, share);
    await expectFew(portal.methods, 80);
    const top = await topOf(middle);
    await page.mouse.wheel(0, -300);
    await expect(async () => expect(await topOf(middle)).toBe(top + 300)).toPass();
  }
  await expectAccessible();
  await expectToFit(page, 'the account page');

  // The focus has stayed where it was, and goes on from there.
  await expect(button).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('[aria-posinset="7"]').getByRole('button')).toBeFocused();
  await expect(page.locator('[aria-posinset="7"]')).toBeInViewport();
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('Tab');
  await expect(page.locator('[aria-posinset="27"]').getByRole('button')).toBeFocused();

  await page.keyboard.press('End');
  await expect(page.locator('[aria-posinset="1000"]')).toBeInViewport();
  await expect(page.getByRole('button', { name: 'What does linking do?' })).toBeInViewport();

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(portal.methods).toHaveCount(1000);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expectFew(portal.methods, 80);

  await control(page, 'find-method').fill('gmail ada.987');
  await expect(portal.methods).toHaveCount(1);
  await expect(row('ada.987')).toBeInViewport();
});

test('what few have not, few do not load', async ({ page, portal }) => {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.add(response.url());
  });
  // Asked for once more, since a browser forgets what it has loaded as soon as a page is loaded again.
  const withPrinting = async (): Promise<number> => {
    const texts = [...scripts].map(async (url) => (await page.request.get(url)).text());

    return (await Promise.all(texts)).filter((text) => text.includes('beforeprint')).length;
  };
  await portal.openSignedIn(ada);
  await page.waitForLoadState('networkidle');
  expect(scripts.size).toBeGreaterThan(0);
  expect(await withPrinting()).toBe(0);

  await answerWith(page, 60);
  await page.reload();
  await expect(portal.methods.first()).toHaveAttribute('aria-setsize', '60');
  await expect.poll(withPrinting).toBe(1);
});

for (const [what, use] of [
  ['on the narrowest phone', { viewport: { width: 320, height: 640 } }],
  ['twice as large', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['from right to left', { locale: 'ar' }],
  ['without motion', { contextOptions: { reducedMotion: 'reduce' as const } }],
] as const) {
  test.describe(what, () => {
    test.use(use);

    test('a thousand methods are scrolled', matrix, async ({ page, portal, expectAccessible }) => {
      await answerWith(page, 1000);
      await portal.openSignedIn(ada);
      for (const share of [0.5, 0.8, 0.2]) {
        await scrollTo(page, share);
        await expectFew(page.locator('[aria-posinset]'), 90);
      }
      await expectToFit(page, 'the account page');
      await expectAccessible();
    });
  });
}

test('whoever has many methods, and may add many more, finds any of them with the keyboard', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await deliverConfig(page, {
    change: ({ connections, ...config }) => ({
      ...config,
      connections: [
        ...(connections as readonly object[]),
        ...Array.from({ length: 293 }, (_, at) => ({
          name: `company-${at}`,
          strategy: 'samlp',
          label: `Company ${at}`,
          domains: [`company-${at}.example`],
        })),
      ],
    }),
  });
  await linkMore(30);
  await portal.openSignedIn(ada);
  await expect(page.getByRole('list', { name: 'Sign-in methods: Personal' })).toBeVisible();
  // So few are all there, and nothing tells which one of them is.
  await expect(portal.methods).toHaveCount(31);
  await expect(portal.methods.nth(30)).not.toHaveAttribute('aria-posinset');
  await expectAccessible();

  await control(page, 'find-method').fill('email and password');
  await expect(portal.methods).toHaveText([/Email and password.*ada@example\.com/s]);
  await expectAccessible();

  await control(page, 'add-method').press('Enter');
  await expect(control(page, 'find-offer')).toBeFocused();
  await expectAccessible();
  await control(page, 'show-more', 'work').press('Enter');
  const ninth = portal.offers.locator('[aria-posinset="9"] a');
  await expect(ninth).toBeFocused();
  await expectFew(portal.offers.getByRole('listitem'), 100);
  await expectAccessible();
  await portal.offers.evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight / 2));
  await expect(portal.offers.getByText('Company 150', { exact: true })).toBeVisible();
  await expect(ninth).toBeFocused();
  await expectFew(portal.offers.getByRole('listitem'), 120);
  await control(page, 'find-offer').focus();
  await page.keyboard.type('company 287');
  await expect(control(portal.offers, 'open-link')).toHaveText(['Company 287']);
  await control(page, 'find-offer').fill('ada@nobody.example');
  await page.keyboard.press('Enter');
  await expect(portal.offers.getByRole('status')).toContainText("We don't know nobody.example");
  await expectAccessible();
  await control(page, 'find-offer').fill('ada@company-291.example');
  await expect(control(portal.offers, 'open-link', 'company-291').first()).toHaveText(
    'Continue with Company 291',
  );
  await expectAccessible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/account/link/company-291');
});

test('many methods are no wider than a phone', matrix, async ({ page, portal }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await linkMore(10);
  await portal.openSignedIn(ada);
  await expectToFit(page, 'the account page');
  await control(page, 'add-method').click();
  await expectToFit(page, 'the sheet');
});
