import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { unmarked } from '../languages/unmarked.ts';
import { Console, expect, test } from './console.ts';

test(
  'the pseudo-language leaves no word of the console in English',
  matrix,
  async ({ page, portal }) => {
    await page.addInitScript(() => {
      try {
        localStorage.setItem('ligature.language', 'en-XA');
      } catch {
        // The tenant's frames have none.
      }
    });
    await portal.openSignedIn(ada);
    await portal.action('nav-staging').click();
    await new Console(page).checksHaveEnded();
    expect(await unmarked(page)).toEqual([]);
    for (const [name, ready] of [
      ['nav-trace', '[data-event]'],
      ['nav-drills', '[data-drill]'],
      ['nav-preview', 'app-policy-form'],
    ] as const) {
      await portal.action(name).click();
      await page.locator(ready).first().waitFor();
      expect(await unmarked(page), name).toEqual([]);
    }
  },
);
