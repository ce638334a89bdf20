import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { Console, expect, test } from './console.ts';

for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(
      `both pages are accessible and fit, ${colorScheme}, ${width} wide`,
      matrixUnless(width === 390 && colorScheme === 'dark'),
      async ({ page, portal, expectAccessible }) => {
        const console = new Console(page);
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme });
        await portal.openSignedIn(ada);
        await control(page, 'nav-staging').click();
        await console.checksHaveEnded();
        await expectAccessible();
        await console.unfold('connections');
        await control(page, 'unfold-check').last().click();
        await expectAccessible();
        await expectToFit(page);
        await control(page, 'nav-trace').click();
        await console.openEvent('request GET');
        await expect(control(page, 'copy-curl')).toBeVisible();
        await expectAccessible();
        await expectToFit(page);
      },
    );
  }
}

test('the trace can be read with the keyboard alone', matrix, async ({ page, portal }) => {
  const console = new Console(page);
  await portal.openSignedIn(ada);
  await console.openTrace();
  // A flow that is unfolded stays in sight, and keeps the focus.
  const signIn = page.locator('[data-flow-kind="signIn"]').getByRole('button');
  const checks = page.locator('[data-flow-kind="checks"]').getByRole('button');
  for (const flow of [checks, signIn]) {
    await flow.focus();
    await page.keyboard.press('ArrowRight');
    await expect(flow).toHaveAttribute('aria-expanded', 'true');
    await expect(flow).toBeFocused();
    await expect(flow).toBeInViewport();
    await page.keyboard.press('ArrowLeft');
  }
  await control(page, 'search-trace').focus();
  await page.keyboard.type('request');
  await console.events.first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(control(page, 'copy-curl')).toBeVisible();
});
