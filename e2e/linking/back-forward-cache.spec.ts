import { control } from '../testing/control.ts';
import { appOrigin, tenantOrigin } from '../testing/addresses.ts';
import { wholeBrowser } from '../testing/browsers.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test as base } from '../testing/test.ts';

/** The tests' browser keeps no live page to go back to; here it is a whole one, that does. */
const test = base.extend<object, { launchOptions: object }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({
        ...launchOptions,
        ...wholeBrowser,
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
    },
    { scope: 'worker' },
  ],
});

// A page that a test has answered for is of no address, and Chromium keeps it from pictures on this machine.
test.use({ tolerated: /access the `loopback` address space/ });

test(
  'a review that was left, and that Back restores, is begun anew (REL-33)',
  matrix,
  async ({ page, portal }) => {
    // Chromium keeps no page alive that anything came to with `no-store`; not every browser and server does that.
    for (const addresses of [`${appOrigin}/**`, '**/oauth/token', '**/api/v2/**']) {
      await page.route(addresses, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'cache-control': 'no-cache' };
        await route.fulfill({ response, headers });
      });
    }
    await portal.openSignedIn(ada);
    // A page that a redirect has led to is not the one that is changed above.
    await page.goto('/account');
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    // The page is replaced at once, and so leaves a note whether it could be seen until then.
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        const note = `restored: ${persisted}, visible: ${document.body.checkVisibility()}`;
        sessionStorage.setItem('note', note);
      });
    });
    await page.goto(`${tenantOrigin}/.well-known/jwks.json`);
    await page.evaluate(() => window.history.back());

    await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    await expect(control(page, 'link-accounts')).toHaveCount(0);
    await expect(page.getByRole('banner')).toContainText(ada.name);
    expect(await page.evaluate(() => sessionStorage.getItem('note'))).toBe(
      'restored: true, visible: false',
    );
  },
);
