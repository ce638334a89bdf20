import { appOrigin } from '../testing/addresses.ts';
import { finish, kindOf } from '../testing/kinds.ts';
import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

const google = kindOf('google-oauth2');

test.describe('a window', () => {
  test.beforeEach(async ({ portal }) => {
    await portal.openSignedIn(ada);
    await portal.openLinkPage('google-oauth2');
  });

  test('that somebody has closed gives way to another, and the answer is its own (REL-02)', async ({
    page,
    portal,
  }) => {
    const popup = await portal.openWindow();
    await popup.close();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
    const [again] = await Promise.all([
      page.waitForEvent('popup'),
      control(page, 'try-again').click(),
    ]);
    await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
    await google.prove(again);

    await finish(portal, google);
  });

  test(
    'that somebody has closed is not known, never an end, and can be given up (REL-02)',
    matrix,
    async ({ page, portal, expectAccessible }) => {
      const popup = await portal.openWindow();
      await popup.close();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
      await expectAccessible();
      await control(page, 'cancel').click();

      await expect(portal.methods).toHaveCount(1);
      expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
      await portal.expectSignedInAs(ada.name);
    },
  );

  test.describe('whose page breaks', () => {
    // On the way to the trace the console's checks may begin, which have a frame stopped.
    test.use({ tolerated: /TypeError|Framing '.*' violates|blocked by CORS policy/ });

    test('closes, and the page says so and is told of in the trace', async ({
      page,
      portal,
      expectAccessible,
    }) => {
      await page.evaluate(() => {
        const { prototype } = Element;
        prototype.setAttribute = new Proxy(Reflect.get(prototype, 'setAttribute') as () => void, {
          apply(set, element, words: [string, string]) {
            if (words[0] === 'data-phase') throw new TypeError('words about ada@example.com');
            Reflect.apply(set, element, words);
          },
        });
      });
      const popup = await portal.openWindow();
      await expect(portal.alert).toHaveAttribute('data-failure', 'page-crashed');
      await expect.poll(() => popup.isClosed()).toBe(true);
      await expect(portal.wizard).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expect(portal.alert).toContainText('Nothing has changed in your account.');
      await expect(control(page, 'copy-details')).toBeVisible();
      await expectAccessible();

      await control(page, 'nav-staging').click();
      await expect(portal.alert).toHaveCount(0);
      await page.goto('/staging/trace');
      await expect(page.getByText(/TypeError · .*\.js:\d+:\d+$/)).toBeVisible();
      expect(await page.locator('main').textContent()).not.toContain('words about');
      await page.goto('/account/link/google-oauth2');
      await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    });
  });

  test('closes with the page that has opened it', matrix, async ({ page, portal }) => {
    const popup = await portal.openWindow();
    await control(page, 'nav-account').click();

    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect(page.getByText('You may have signed in to another account')).toBeVisible();
  });

  test(
    'that never returns ends after five minutes, and is closed (REL-04)',
    matrix,
    async ({ page, portal }) => {
      await page.clock.install();
      const popup = await portal.openWindow();
      await expect(popup.getByRole('button', { name: /Continue as/ }).first()).toBeVisible();
      const closed = popup.waitForEvent('close');
      await page.clock.fastForward(301_000);

      await expect(portal.alert).toHaveAttribute('data-failure', 'timed-out');
      await closed;
    },
  );

  test('knows nobody, and leaves nobody’s secrets behind', matrix, async ({ page, portal }) => {
    const popup = await portal.openWindow();
    await expect(popup.getByRole('button', { name: /Continue as/ }).first()).toBeVisible();
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
    expect(kept).not.toContain('code_verifier');
    expect(kept).toContain('ligature.sealed.');
    await popup.goto(`${appOrigin}/link/callback?error=x&state=nobody-waits-for-this`);
    await expect(popup.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');

    await expect(popup.getByRole('banner')).not.toContainText(ada.name);
    const names = await popup.evaluate(() => Object.keys(sessionStorage));
    // What happened in this window is its own, and the staging console may keep it.
    expect(names.filter((name) => !name.startsWith('ligature.trace.'))).toEqual([]);
  });

  test(
    'of a page that is loaded again closes, links nothing, and can begin again (REL-06)',
    matrix,
    async ({ page, portal }) => {
      const popup = await portal.openWindow();
      await Promise.all([popup.waitForEvent('close'), page.reload()]);

      await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
      expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
      await portal.openWindow();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
    },
  );
});
