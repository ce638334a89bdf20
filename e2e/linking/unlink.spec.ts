import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { margaret } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

const forbidden = {
  status: 403,
  json: { message: 'words of the server' },
  headers: { 'Access-Control-Allow-Origin': '*' },
};

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(margaret);
});

test('a method that is linked already is recognised (SEC-12)', async ({ page, portal }) => {
  await portal.proveGoogle(margaret.googleEmail);

  await expect(portal.alert).toHaveAttribute('data-failure', 'already-linked');
  await control(page, 'cancel').click();
  await expect(portal.methods).toHaveCount(3);
});

test('an account that was unlinked a moment ago is known again, and not doubted', async ({
  page,
  portal,
}) => {
  await control(page, 'review-unlink', 'google-oauth2').click();
  await control(page, 'unlink').click();
  await expect(portal.methods).toHaveCount(2);
  await portal.proveGoogle(margaret.googleEmail);

  await expect(page.locator('[data-warning="unlinkedBefore"]')).toHaveText(
    /^You unlinked this account on .*\. It has been empty since\.$/,
  );
  await expect(page.locator('[data-warning="newborn"]')).toHaveCount(0);
});

test('an unlink that is refused says so and changes nothing', matrix, async ({ page, portal }) => {
  await page.route('**/api/v2/**', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill(forbidden) : route.continue(),
  );
  await control(page, 'review-unlink', 'google-oauth2').click();
  await control(page, 'unlink').click();

  await expect(portal.alert).toHaveAttribute('data-failure', 'forbidden');
  await expect(portal.methods).toHaveCount(3);
});

test(
  'an unlink whose answer is lost is found to be done (REL-37)',
  matrix,
  async ({ page, portal }) => {
    await page.route('**/api/v2/**', async (route) => {
      if (route.request().method() !== 'DELETE') return route.continue();
      await route.fetch();

      return route.abort();
    });
    await control(page, 'review-unlink', 'google-oauth2').click();
    await control(page, 'unlink').click();

    await expect(page.getByRole('status')).toContainText('Unlinked Google');
    await expect(portal.methods).toHaveCount(2);
  },
);

test('an unlink is remembered by the account, at the latest when it is read again', async ({
  page,
  portal,
}) => {
  await page.route('**/api/v2/**', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill(forbidden) : route.continue(),
  );
  await control(page, 'review-unlink', 'google-oauth2').click();
  await control(page, 'unlink').click();
  await expect(page.getByRole('status')).toContainText('Unlinked Google');
  await expect(portal.alert).toHaveCount(0);
  await page.unroute('**/api/v2/**');
  await page.reload();

  await expect
    .poll(async () => (await localTenant.user(margaret.userId))?.user_metadata?.['linked_history'])
    .toEqual([
      [
        'unlink',
        expect.any(Number),
        expect.stringContaining('google'),
        'google-oauth2',
        expect.any(String),
      ],
    ]);
});

test(
  'the dialog can be left by key and by button, and then nothing happens',
  matrix,
  async ({ page, portal }) => {
    const unlink = control(page, 'review-unlink', 'google-oauth2');
    await unlink.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await unlink.click();
    await control(page.getByRole('dialog'), 'cancel').click();

    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(portal.methods).toHaveCount(3);
  },
);
