import type { Page } from '@playwright/test';

import { buildExample } from '../../scripts/examples/build-example.ts';
import { serveExample, type ServedExample } from '../../scripts/examples/serve-example.ts';
import { portalOrigin, portalPorts, portalTenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { LocalTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { Portal, submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';

const account = `${portalOrigin}/settings/sign-in/account`;
const tenant = new LocalTenant(portalTenantOrigin);

/** What the portal has on record in this browser. */
interface Shop {
  readonly orders: readonly { readonly id: string; readonly of: string }[];
  readonly asked: readonly string[];
}

const order = { id: '1031', what: 'Notebooks', of: ada.googleId, by: ada.googleId };

let served: ServedExample | undefined;

test.describe('a portal with data of its own', matrix, () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ baseURL: portalOrigin });

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    await buildExample('portal-angular');
    served = await serveExample('portal-angular', portalPorts);
  });

  test.afterAll(() => served?.close());

  test.beforeEach(async ({ page }) => {
    await tenant.reset();
    await page.goto(account);
    await setShop(page, { orders: [{ ...order, state: 'Delivered' }], asked: [], done: [] });
  });

  test('refuses a link with its own words, and nothing has changed', async ({
    page,
    expectAccessible,
  }) => {
    await setShop(page, { orders: [{ ...order, state: 'Not paid' }] });
    const portal = await toReview(page);
    await portal.confirmLink();
    const refusal = page.locator('[data-failure="portal-refused"]');
    await expect(refusal).toContainText('Pay order 1031 first: then it can move to this account.');
    await expectAccessible();
    expect(methodsOf(await tenant.user(ada.userId))).toHaveLength(1);
    expect(await tasksOf(ada.userId)).toEqual([]);

    await setShop(page, { orders: [{ ...order, state: 'Delivered' }] });
    await portal.confirmLink();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'done');
    await expect.poll(() => ownerOf(page)).toBe(ada.userId);
    await expect.poll(() => tasksOf(ada.userId)).toEqual([]);
  });

  test('says what it has not done yet, and does it when it is asked again, by one id', async ({
    page,
    expectAccessible,
  }) => {
    await setShop(page, { isClosed: true });
    const portal = await toReview(page);
    await portal.confirmLink();
    const open = page.locator('[data-failure="link-not-told"]');
    await expect(open).toBeVisible();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'done');
    await expectAccessible();
    await portal.action('go-to-account').click();
    await expect(portal.methods).toHaveCount(2);
    await expect(open).toBeVisible();
    await expectAccessible();
    expect(await ownerOf(page)).toBe(ada.googleId);

    await setShop(page, { isClosed: false });
    await portal.action('try-again').click();
    await expect(open).toBeHidden();
    expect(await ownerOf(page)).toBe(ada.userId);
    const { asked } = await shopOf(page);
    expect(asked).toHaveLength(3);
    expect(new Set(asked).size).toBe(1);
    await expect.poll(() => tasksOf(ada.userId)).toEqual([]);
  });

  test('REL-45: is told again by the same id where the page ended before it answered', async ({
    page,
  }) => {
    await setShop(page, { takesMs: 60_000 });
    const portal = await toReview(page);
    await portal.confirmLink();
    await expect.poll(async () => (await shopOf(page)).asked).toHaveLength(1);
    await setShop(page, { takesMs: 0 });
    await page.goto(account);
    await expect(portal.methods).toHaveCount(2);
    await expect.poll(() => ownerOf(page)).toBe(ada.userId);

    const { asked } = await shopOf(page);
    expect([...asked.keys()]).toEqual([0, 1]);
    expect(asked[1]).toBe(asked[0]);
    await expect.poll(() => tasksOf(ada.userId)).toEqual([]);
    await page.reload();
    await expect(portal.methods).toHaveCount(2);
    expect((await shopOf(page)).asked).toEqual(asked);
  });

  test('refuses an unlink, or gives back what the account has brought', async ({ page }) => {
    const portal = await toReview(page);
    await portal.confirmLink();
    await portal.action('go-to-account').click();
    await expect.poll(() => ownerOf(page)).toBe(ada.userId);
    await setShop(page, { orders: [{ ...order, of: ada.userId, state: 'On its way' }] });
    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').click();
    const refusal = page.locator('[data-failure="portal-refused"]');
    await expect(refusal).toContainText('Order 1031 is on its way. Unlink when it has arrived.');
    expect(await tasksOf(ada.userId)).toEqual([]);
    await expect(portal.methods).toHaveCount(2);

    await setShop(page, { orders: [{ ...order, of: ada.userId, state: 'Delivered' }] });
    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').click();
    await expect(portal.methods).toHaveCount(1);

    await expect.poll(() => ownerOf(page)).toBe(ada.googleId);
    await expect.poll(() => tasksOf(ada.userId)).toEqual([]);
    expect(new Set((await shopOf(page)).asked).size).toBe(2);
  });

  test('is told as the account that is kept, where somebody becomes the other one', async ({
    page,
  }) => {
    await setShop(page, { orders: [{ ...order, of: ada.userId, state: 'Delivered' }] });
    const portal = await toReview(page);
    await openSettings(page);
    await control(page, 'keep-account', 'keepSecond').check();
    await portal.confirmLink();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'done');

    await expect.poll(() => ownerOf(page)).toBe(ada.googleId);
    await expect.poll(() => tasksOf(ada.googleId)).toEqual([]);
  });
});

/** Ada, before the review of a link with her Google account. */
async function toReview(page: Page): Promise<Portal> {
  const portal = new Portal(page);
  await portal.action('sign-in').click();
  await submitPassword(page, ada);
  await expect(portal.methods).toHaveCount(1);
  await portal.proveGoogle(ada.email);
  await expect(portal.action('link-accounts')).toBeVisible();

  return portal;
}

const setShop = (page: Page, news: object): Promise<void> =>
  page.evaluate((changes) => {
    const kept: object = JSON.parse(localStorage.getItem('northwind.shop') ?? '{}') as object;
    localStorage.setItem('northwind.shop', JSON.stringify({ ...kept, ...changes }));
  }, news);

const shopOf = (page: Page): Promise<Shop> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('northwind.shop') ?? '{}') as Shop);

const ownerOf = async (page: Page): Promise<string | undefined> =>
  (await shopOf(page)).orders[0]?.of;

const tasksOf = async (userId: string): Promise<readonly string[]> =>
  Object.keys((await tenant.user(userId))?.user_metadata ?? {}).filter((key) =>
    key.startsWith('linked_task_'),
  );
