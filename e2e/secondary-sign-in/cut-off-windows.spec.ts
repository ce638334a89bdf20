import type { Page } from '@playwright/test';

import { tenantOrigin } from '../testing/addresses.ts';
import { begin, configure, finish, kindOf } from '../testing/kinds.ts';
import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada, katherine, mary } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { settingsOf } from '../testing/saga.ts';
import { expect, test } from '../testing/test.ts';
import { timePasses } from '../testing/time.ts';

/** Companies whose pages ask for a browsing context group of their own (`Cross-Origin-Opener-Policy: same-origin`). */
const companies = [
  { kind: kindOf('samlp'), person: katherine },
  { kind: kindOf('waad'), person: mary },
] as const;

test.describe('a window for a link', () => {
  for (const { kind } of companies) {
    test(
      `is out of sight, and brings its answer all the same: ${kind.strategy} (REL-03)`,
      matrixUnless(kind.strategy === 'samlp'),
      async ({ page, portal, expectAccessible }) => {
        await begin(portal, kind, 'auto');
        await expect(page.getByText('A window opens for it')).toBeVisible();
        const popup = await portal.openWindow();
        await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
        await expect(page.getByText('Window closed?')).toBeVisible();
        await control(page, 'keep-waiting').click();
        await expect(page.getByText('Still waiting for the sign-in window')).toBeVisible();
        await expectAccessible();
        const closed = popup.waitForEvent('close');
        await kind.prove(popup);
        await closed;
        await finish(portal, kind);
      },
    );
  }

  test('is not asked about any more once it has answered, however long the tokens take (REL-03)', async ({
    page,
    portal,
    expectAccessible,
  }) => {
    const kind = kindOf('samlp');
    await begin(portal, kind, 'popup');
    const popup = await portal.openWindow();
    await expect(page.getByText('Window closed?')).toBeVisible();
    const tokens = Promise.withResolvers<void>();
    await page.route('**/oauth/token', async (route) => {
      await tokens.promise;
      await route.continue();
    });
    const closed = popup.waitForEvent('close');
    await kind.prove(popup);
    await closed;
    await expect(portal.wizard).toHaveAttribute('data-phase', 'reading');
    await expect(page.getByText('Window closed?')).toHaveCount(0);
    await expectAccessible();
    tokens.resolve();
    await finish(portal, kind);
  });

  test(
    'is not said to be closed, however long it is out of sight',
    matrix,
    async ({ page, portal }) => {
      const kind = kindOf('samlp');
      await page.clock.install();
      await begin(portal, kind, 'popup');
      const popup = await portal.openWindow();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
      await page.clock.fastForward(240_000);
      await localTenant.moveClock(240);
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
      await kind.prove(popup);

      await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    },
  );

  test(
    'can be left for the full page, and what it brings later is not used',
    matrix,
    async ({ page, portal }) => {
      const kind = kindOf('samlp');
      await begin(portal, kind, 'popup');
      const popup = await portal.openWindow();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
      await control(page, 'use-full-page').click();
      await page.waitForURL(`${tenantOrigin}/**`);
      await kind.prove(popup);
      await expect(popup.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');
      await kind.prove(page);
      await finish(portal, kind);
    },
  );
});

for (const { kind, person } of companies) {
  test.describe(`${kind.strategy}: out of sight`, matrix, () => {
    /** Goes on from the tenant's page to the company's, at which a window is lost from sight. */
    const leadTo = (at: Page): Promise<void> =>
      at.getByRole('button', { name: `Continue with ${kind.label}` }).click();

    for (const way of ['in its window', 'on the full page']) {
      test(`“Confirm it's you” goes on ${way} (REL-03)`, async ({ page, portal }) => {
        await portal.openSignedIn(person);
        await timePasses(page, 400);
        await page.goto('/account/link/google-oauth2');
        const popup = await popupBy(control(page, 'confirm'));
        await leadTo(popup);
        await expect(page.getByText('Window closed?')).toBeVisible();
        if (way === 'on the full page') {
          await control(page, 'use-full-page').click();
          await leadTo(page);
        }
        await kind.prove(way === 'on the full page' ? page : popup);

        await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
        await portal.expectSignedInAs(person.name);
      });
    }

    test('“Switch back” gives the session back', async ({ page, portal }) => {
      await portal.openSignedIn(person);
      await portal.proveGoogle(ada.email);
      await control(page, 'cancel').click();
      const popup = await popupBy(control(page, 'sign-in-everywhere'));
      await leadTo(popup);
      await expect(control(page, 'try-again')).toBeVisible();
      const closed = popup.waitForEvent('close');
      await kind.prove(popup);
      await closed;

      await expect(page.getByText('signed in to another account')).toHaveCount(0);
      await portal.expectSignedInAs(person.name);
    });

    test('“Copy back” puts the settings back (REL-38)', async ({ page, portal }) => {
      await localTenant.change(ada.userId, {
        user_metadata: { linked_archive: { [person.userId]: { font: 'Garamond' } } },
      });
      await configure(page, 'auto');
      await portal.openSignedIn(ada);
      await control(page, 'unfold', 'saved-values').click();
      const popup = await popupBy(control(page, 'put-back'));
      await expect(page.getByText('Window closed?')).toBeVisible();
      const closed = popup.waitForEvent('close');
      await kind.prove(popup);
      await closed;

      await expect(page.getByText('Copied back: font')).toBeVisible();
      expect(await settingsOf(person.userId)).toMatchObject({ font: 'Garamond' });
      expect(await settingsOf(ada.userId)).not.toHaveProperty('linked_archive');
    });
  });
}
