import { control } from '../testing/control.ts';
import { begin, enterCode, finish, kindOf, phone } from '../testing/kinds.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, grace } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

test('somebody whose account is blocked is told so, and may come as somebody else', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await localTenant.change(ada.userId, { blocked: true });
  await portal.open();
  await control(page, 'sign-in').click();
  await submitPassword(page, ada);

  await expect(portal.alert).toHaveAttribute('data-failure', 'blocked');
  await expect(portal.alert).toContainText("You can't use that account here");
  await expectAccessible();

  await control(page, 'sign-in').click();
  await submitPassword(page, grace);
  await expect(page.getByRole('banner')).toContainText(grace.name);
});

test(
  'a second account that is blocked is called so, and nothing offers to try it again',
  matrix,
  async ({ page, portal }) => {
    await localTenant.change(ada.googleId, { blocked: true });
    await portal.openSignedIn(ada);
    await portal.proveGoogle(ada.email);

    await expect(portal.alert).toHaveAttribute('data-failure', 'blocked');
    await expect(control(page, 'try-again')).toHaveCount(0);
    await expect(control(page, 'cancel')).toBeVisible();
  },
);

test(
  'a code leads to the full page where the tenant asks for more than a code',
  matrix,
  async ({ page, portal }) => {
    const kind = kindOf('sms');
    await begin(portal, kind, 'embedded');
    await localTenant.adjust({ loopbackNeedsConsent: true });
    await control(page, 'prove-account').click();
    await page.getByLabel('Phone number').fill(phone);
    await control(page, 'send-message').click();
    await enterCode(page, phone);

    await expect(portal.alert).toHaveAttribute('data-failure', 'page-needed');
    await expect(control(page, 'verify-code')).toBeDisabled();
    await control(page, 'use-full-page').click();
    await kind.prove(page);
    await page.getByRole('button', { name: 'Accept' }).click();
    await finish(portal, kind);
  },
);
