import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';
import { settingsOf } from '../testing/saga.ts';

test(
  'REL-40: a page that dies after a swap leads back in as the account that was kept',
  matrix,
  async ({ page, portal }) => {
    await portal.openSignedIn(ada);
    await portal.proveGoogle(ada.email);
    await openSettings(page);
    await control(page, 'keep-account', 'keepSecond').check();
    await page.route('**/api/v2/users/*/identities', async (route) => {
      await route.fetch();
      // The answer never reaches the page that asked.
      await page.goto('about:blank');
    });
    await portal.confirmLink();
    await expect(page).toHaveURL('about:blank');
    await page.unroute('**/api/v2/users/*/identities');
    expect(methodsOf(await localTenant.user(ada.googleId))).toEqual([ada.googleId, ada.userId]);
    expect(await settingsOf(ada.googleId)).toHaveProperty('acct_link');

    await page.goto('/account');
    await expect(portal.alert).toHaveAttribute('data-failure', 'joined-another');
    await expect(page.getByText('signed in to another account')).toBeHidden();
    await control(page, 'sign-in-again').click();
    await submitPassword(page, ada);
    await expect(page.getByText('We finished a link that was left open.')).toBeVisible();
    // Whoever has just signed in has the tenant's own session as well.
    await expect(page.getByText('signed in to another account')).toBeHidden();
    await expect(portal.methods).toHaveText([/Google/, /Email and password/s]);
    expect(await settingsOf(ada.googleId)).not.toHaveProperty('acct_link');
  },
);
