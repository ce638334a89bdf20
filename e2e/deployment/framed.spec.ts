import { matrix } from '../testing/matrix.ts';
import { popupBy } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

test(
  'in a frame of another page, the page says that it does not work there, and leads out',
  matrix,
  async ({ page, portal, baseURL }) => {
    const address = new URL('/account', baseURL).href;
    // As a server sends it that has not been told to forbid frames.
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      const framed = policy.replace("frame-ancestors 'none'", 'frame-ancestors *');
      delete headers['x-frame-options'];
      await route.fulfill({
        response,
        headers: { ...headers, 'content-security-policy': framed },
      });
    });
    await page.route('https://shop.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<title>Shop</title><iframe title="account" src="${address}" width="600" height="400"></iframe>`,
      }),
    );
    await page.goto('https://shop.example/');
    const frame = page.frameLocator('iframe');
    await expect(
      frame.getByRole('heading', { name: "This page doesn't work inside another page" }),
    ).toBeVisible();
    const tab = await popupBy(frame.locator('[data-action="open-in-tab"]'));

    await expect(tab.locator('[data-action="sign-in"]')).toBeVisible();
    await expect(portal.action('sign-in')).toHaveCount(0);
  },
);
