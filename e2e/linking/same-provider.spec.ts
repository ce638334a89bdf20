import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, alan } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

test(
  'two accounts of the same provider can be linked, and are told apart',
  matrix,
  async ({ page, portal }) => {
    await portal.openSignedIn(ada);
    for (const account of [ada.email, alan.email]) {
      await portal.proveGoogle(account);
      await portal.confirmLink();
      await expect(page.getByRole('status')).toContainText('Linked');
      await control(page, 'go-to-account').click();
    }

    await expect(portal.methods).toHaveText([
      /Email and password/,
      /Google.*ada@example\.com/s,
      /Google.*alan\.turing@example\.org/s,
    ]);
    for (const account of [ada.email, alan.email]) {
      await expect(page.getByRole('button', { name: `Unlink Google ${account}` })).toBeVisible();
    }
    const providers = methodsOf(await localTenant.user(ada.userId)).map((id) => id.split('|')[0]);
    expect(providers).toEqual(['auth0', 'google-oauth2', 'google-oauth2']);
  },
);
