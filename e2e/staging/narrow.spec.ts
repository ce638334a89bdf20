import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { matrix } from '../testing/matrix.ts';
import { Console, expect, test } from './console.ts';

test.beforeEach(({ portal }) => portal.open());

test(
  'the page is accessible and fits, wide and light, narrow and dark',
  matrix,
  async ({ page, expectAccessible }) => {
    await new Console(page).openDrills();
    await control(page, 'unfold-drill').first().click();
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await expectAccessible();
      await expectToFit(page, `the page, ${width} wide,`);
    }
  },
);

test(
  'whoever goes through a drill on a phone sees its panel, and is back at its button afterwards',
  matrix,
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await new Console(page).openDrills();
    const begin = control(page, 'guide-drill', 'swap');
    await begin.click();
    const heading = page.getByRole('heading', { name: 'Sign in to the test accounts' });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await control(page, 'leave-drill').click();

    await expect(begin).toBeFocused();
  },
);

test(
  'an event that is chosen on a phone comes into sight, and a search without hits says so',
  matrix,
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await new Console(page).openTrace();
    await page.locator('[data-event]').first().getByRole('button').click();
    const heading = page.locator('app-trace-detail').getByRole('heading').first();
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await control(page, 'search-trace').fill('no such words');

    await expect(page.getByText('No event matches.')).toBeVisible();
  },
);
