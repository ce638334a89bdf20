import type { Portal } from '../testing/portal.ts';
import { control } from '../testing/control.ts';
import { expectFocusIsSeen } from './focus-ring.ts';
import { matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

/** Where a person with a keyboard comes by, and one of the things that they have to get to there. */
const places: Readonly<Record<string, { go: (portal: Portal) => Promise<void>; meets: RegExp }>> = {
  'the start page': {
    go: async (portal) => {
      await portal.open();
      await expect(control(portal.page, 'sign-in')).toBeVisible();
    },
    meets: /sign-in /,
  },
  'the account page': { go: (portal) => portal.openSignedIn(ada), meets: /add-method/ },
  'the menu': {
    go: async (portal) => {
      await portal.openSignedIn(ada);
      await control(portal.page, 'open-menu').click();
    },
    meets: /choose-theme/,
  },
  'the sheet of sign-in methods': {
    go: async (portal) => {
      await portal.openSignedIn(ada);
      await control(portal.page, 'add-method').click();
      await expect(portal.offers.getByRole('textbox')).toBeFocused();
    },
    meets: /open-link/,
  },
  'the form for a code': {
    go: async (portal) => {
      await portal.openSignedIn(ada);
      await portal.startLinking('sms');
      // The form has taken the focus to its field, and all of it is to be seen.
      await expect(control(portal.page, 'enter-address')).toBeFocused();
      await control(portal.page, 'nav-account').focus();
    },
    meets: /enter-address/,
  },
  'the trace': {
    go: async (portal) => {
      await portal.page.goto('/staging/trace');
      await expect(control(portal.page, 'clear-trace')).toBeVisible();
    },
    meets: /clear-trace/,
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [place, { go, meets }] of Object.entries(places)) {
    const isTaken = colorScheme === 'light' && place === 'the account page';
    test(
      `what has the focus is seen on ${place}, ${colorScheme}`,
      matrixUnless(isTaken),
      async ({ page, portal }) => {
        await page.emulateMedia({ colorScheme });
        await go(portal);

        expect((await expectFocusIsSeen(page)).join('\n')).toMatch(meets);
      },
    );
  }
}

test('the focus goes to the heading of every page that is gone to', async ({ page, portal }) => {
  await portal.openSignedIn(ada);
  // A click that a script makes leads there, and begins nothing.
  await (await portal.showTile('sms')).dispatchEvent('click');
  await expect(portal.wizard).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await control(page, 'nav-account').click();

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
