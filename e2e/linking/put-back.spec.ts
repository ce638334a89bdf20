import { ada } from '../people.ts';
import { popupBy } from '../portal.ts';
import { expect, test } from '../test.ts';
import { settingsOf } from './saga.ts';

test.beforeEach(async ({ portal }) => {
  await portal.open();
  await portal.signIn(ada);
});

test('REL-38: what lost a conflict goes back into its own account after an unlink', async ({
  page,
  portal,
}) => {
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
  await page.getByRole('link', { name: 'Back to sign-in methods' }).click();
  await page.getByRole('button', { name: /^Unlink Google/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(page.getByRole('status')).toContainText('Unlinked Google');
  expect(await settingsOf(ada.googleId)).toEqual({});
  const { linked_archive: archive } = await settingsOf(ada.userId);
  const aside = (archive as Record<string, object>)[ada.googleId];

  const popup = await popupBy(page.getByRole('button', { name: 'Put back' }));
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await expect(page.getByText('The account that they come from has these settings')).toBeVisible();

  expect(await settingsOf(ada.googleId)).toEqual(aside);
  expect(await settingsOf(ada.userId)).not.toHaveProperty('linked_archive');
  await expect(page.getByRole('heading', { name: 'Set aside' })).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Ada');
});
