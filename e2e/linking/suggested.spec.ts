import { matrix } from '../testing/matrix.ts';
import { ada, margaret } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

test('an account with the same address is suggested, until it is linked or is not wanted now', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const suggested = page.getByRole('region', { name: 'Suggested' });
  const link = suggested.getByRole('link', { name: 'Link Google' });
  await portal.openSignedIn(ada);
  await expect(link).toBeVisible();
  await expectAccessible();

  await suggested.getByRole('button', { name: 'Not now' }).click();
  await expect(suggested).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Sign-in methods' })).toBeFocused();
  await page.reload();
  await expect(portal.methods).toHaveCount(1);
  await expect(suggested).toBeHidden();

  await portal.signOut();
  await portal.signIn(ada);
  await link.click();
  const popup = await portal.openWindow('Google');
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await portal.confirmLink();
  await page.getByRole('link', { name: 'Back to sign-in methods' }).click();
  await expect(portal.methods).toHaveCount(2);
  await expect(suggested).toBeHidden();

  await page.getByRole('button', { name: /^Unlink Google/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(portal.methods).toHaveCount(1);
  await expect(suggested).toBeHidden();
});

test('nothing is suggested where nobody has the same address', matrix, async ({ page, portal }) => {
  await portal.openSignedIn(margaret);
  await expect(portal.methods).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Suggested' })).toBeHidden();
});
