import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';
import { requests } from '../testing/saga.ts';

test(
  'a link that is on its way when the page is reloaded is not known until it has arrived, and then said',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await portal.openSignedIn(ada);
    await localTenant.change(ada.googleId, { user_metadata: {} });
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    await localTenant.fault({
      match: requests.link,
      when: 'before',
      times: 1,
      then: { delayMs: 8000 },
    });
    const sent = page.waitForRequest((request) => request.url().endsWith('/identities'));
    await portal.confirmLink();
    await sent;
    // Whatever the page says from here on, and however shortly.
    await page.addInitScript(() => {
      const noted = window as unknown as { said: number };
      noted.said = 0;
      new MutationObserver(() => {
        if (document.body.textContent.includes('was not linked')) noted.said += 1;
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.goto('/account');

    await expect(page.getByRole('status', { name: 'Link on its way' })).toContainText(
      "We're not sure yet",
    );
    await expectAccessible();
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible({
      timeout: 20_000,
    });
    await expect(portal.methods).toHaveCount(2);
    expect(await page.evaluate<unknown>('window.said')).toBe(0);
  },
);

test('a review is there again after Back, and after a reload with one more sign-in; what was chosen is kept', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await portal.openSignedIn(ada);
  await portal.proveGoogle(ada.email);
  await openSettings(page);
  const chosen = control(page, 'choose-value', 'language theirs');
  await chosen.check();
  await page.goBack();
  await expect(portal.methods).toHaveCount(1);
  await portal.startLinking('google-oauth2');

  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
  await openSettings(page);
  await expect(chosen).toBeChecked();

  await page.reload();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
  await expect(page.getByText('What you chose before is kept.')).toBeVisible();
  await expectAccessible();
  await portal.proveGoogle(ada.email);
  await openSettings(page);
  await expect(chosen).toBeChecked();
});
