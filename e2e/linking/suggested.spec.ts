import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, margaret } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

test('an account with the same address is suggested, until it is linked or is not wanted now', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const suggested = page.getByRole('region', { name: 'Suggested' });
  const link = control(suggested, 'open-link', 'google-oauth2');
  await portal.openSignedIn(ada);
  await expect(link).toBeVisible();
  await expectAccessible();

  await control(suggested, 'decline-suggestion').click();
  await expect(suggested).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Sign-in methods' })).toBeFocused();
  await page.reload();
  await expect(portal.methods).toHaveCount(1);
  await expect(suggested).toBeHidden();

  await portal.signOut();
  await portal.signIn(ada);
  const popup = await popupBy(link);
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await portal.confirmLink();
  await control(page, 'go-to-account').click();
  await expect(portal.methods).toHaveCount(2);
  await expect(suggested).toBeHidden();

  await control(page, 'review-unlink', 'google-oauth2').click();
  // So the account does not remember it yet when the page shows it, and the sign-out waits for that.
  await localTenant.fault({
    match: { method: 'GET', path: '/api/v2/users/*' },
    when: 'before',
    then: { delayMs: 500 },
  });
  await control(page, 'unlink').click();
  await expect(portal.methods).toHaveCount(1);
  await expect(suggested).toBeHidden();

  await portal.signOut();
  await localTenant.behave();
  await portal.signIn(ada);
  await expect(portal.methods).toHaveCount(1);
  await expect(suggested).toBeHidden();
});

test('nothing is suggested where nobody has the same address', matrix, async ({ page, portal }) => {
  await portal.openSignedIn(margaret);
  await expect(portal.methods).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Suggested' })).toBeHidden();
});
