import type { Page } from '@playwright/test';

import { expectToFit } from '../testing/expect-to-fit.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrixUnless } from '../testing/matrix.ts';
import { expect, test } from '../testing/test.ts';
import { consolePhases } from './console-phases.ts';
import { phases } from './phases.ts';
import { standStill } from './stand-still.ts';

/** What `npm test` looks at; the rest is for `npm run e2e -- --matrix`. */
const taken = new Set(['account', 'review', 'checks-with-problems']);

test.afterEach(async () => {
  await localTenant.moveClock(0);
  await localTenant.behave();
});

for (const [name, reach] of Object.entries({ ...phases, ...consolePhases })) {
  test.describe(`the phase "${name}"`, matrixUnless(taken.has(name)), () => {
    const isOfConsole = name in consolePhases;
    // The checks have a frame stopped by our own policy, and ask what a broken tenant refuses; a browser says so.
    test.use({
      tolerated: isOfConsole ? /Framing '.*' violates|blocked by CORS policy/ : undefined,
    });

    test('is told as it is to those who listen, and fits whoever looks', async ({
      page,
      portal,
      expectAccessible,
    }) => {
      await page.addInitScript(() => {
        addEventListener('focusin', () => ((window as { isUsed?: boolean }).isUsed = true));
      });
      await reach({ portal, tenant: localTenant });

      await expect.poll(() => page.evaluate(hasLostFocus)).toBe(false);
      if (!isOfConsole) await withoutStagingBar(page);
      await standStill(page);
      await expect(page.locator('body')).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible();
      }
      await expectFrames(page);
      await page.setViewportSize({ width: 320, height: 256 });
      await expectToFit(page, 'the page at 320 pixels');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectToFit(page, 'the page with letters twice as large');
    });

    test('keeps to its rules from right to left', async ({ page, portal, expectAccessible }) => {
      await page.addInitScript(() => {
        if (location.protocol === 'http:') localStorage.setItem('ligature.language', 'ar');
      });
      await reach({ portal, tenant: localTenant });

      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible();
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await expectToFit(page, 'the page in Arabic');
    });
  });
}

/** Takes away what only those who test linking see; the phase "tenant-bar" is about it. */
const withoutStagingBar = (page: Page): Promise<void> =>
  page.locator('.staging').evaluateAll((bars) => {
    for (const bar of bars) bar.setAttribute('hidden', '');
  });

/** Nothing has the focus any more, on a page on which something had it. */
const hasLostFocus = (): boolean =>
  (window as { isUsed?: boolean }).isUsed === true && document.activeElement === document.body;

/** Where a person has colours of their own, backgrounds are gone: what stood on one needs a frame to be seen. */
async function expectFrames(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const frameless = await page
    .locator('.badge, .notice, .card, [matbutton="filled"]')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(element);

          return (borderTopWidth === '0px' || borderTopStyle === 'none') && outlineStyle === 'none';
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
  expect(frameless, 'what has no frame in forced colours').toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}
