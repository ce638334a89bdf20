import { ada } from '../people.ts';
import { expect, test } from '../test.ts';
import { localTenant, methodsOf } from '../local-tenant.ts';

test('an account that has no e-mail address is linked like any other', async ({ page, portal }) => {
  await localTenant.addPerson({ connection: 'github', username: 'octocat', name: 'Octo Cat' });
  await portal.openSignedIn(ada);
  await portal.startLinking('GitHub');
  const popup = await portal.openWindow('GitHub');
  await popup.getByRole('button', { name: 'Continue as octocat' }).click();
  await portal.confirmLink();
  await page.getByRole('link', { name: 'Back to sign-in methods' }).click();

  await expect(portal.methods).toHaveCount(2);
  expect(methodsOf(await localTenant.user(ada.userId))).toHaveLength(2);
});
