import { control } from '../testing/control.ts';
import { appPort, crossSiteOf, tenantOrigin } from '../testing/addresses.ts';
import { begin, configure, enterCode, finish, kindOf, mailbox, phone } from '../testing/kinds.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { timePasses } from '../testing/time.ts';

const rows = [
  {
    name: 'sms',
    field: 'Phone number',
    address: phone,
    shown: '+1 555 555 0100',
    typed: '(555) 555-0100',
    wrong: '555 0100',
    asked: /a full phone number \(United States\)/,
  },
  {
    name: 'email',
    field: 'Email',
    address: mailbox,
    shown: mailbox,
    typed: ' Zoe@Example.net ',
    wrong: 'zoe@example',
    asked: /Enter a full email address/,
  },
] as const;

for (const { name, field, address, shown, typed, wrong, asked } of rows) {
  const kind = kindOf(name);

  test(
    `${name} by a code in this page`,
    matrixUnless(name === 'sms'),
    async ({ page, portal, expectAccessible }) => {
      await begin(portal, kind, 'embedded');
      await control(page, 'prove-account').click();
      await page.getByLabel(field).fill(wrong);
      await control(page, 'send-message').click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'bad-address');
      await expect(page.getByLabel(field)).toHaveValue(wrong);
      await expectAccessible();
      await expect(page.getByLabel(field)).toHaveAccessibleDescription(asked);
      await expect(page.getByLabel(field)).toBeFocused();
      // Nothing was sent, so there is nothing to wait for.
      await page.getByLabel(field).fill(typed);
      await control(page, 'send-message').click();
      await expect(
        page.getByRole('status').filter({ hasText: `Code sent to ${shown}` }),
      ).toHaveCount(1);
      await expect(page.getByLabel('Code')).toBeFocused();
      await expectAccessible();
      await page.getByLabel('Code').fill('no code');
      await control(page, 'verify-code').click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'bad-code');
      await expect(page.getByText('Tries left: 3')).toBeVisible();
      await page.getByLabel('Code').fill('000 000');
      await expect(portal.alert).toHaveAttribute('data-failure', 'wrong-code');
      await expect(page.getByText('Tries left: 2')).toBeVisible();
      await expectAccessible();
      await enterCode(page, address);
      await finish(portal, kind);
    },
  );

  test(
    `${name} by a code in this page is refused with a way out where the browser blocks cookies`,
    matrix,
    async ({ page, portal }) => {
      await configure(page, 'embedded');
      await page.goto(crossSiteOf(appPort));
      await portal.signIn(ada);
      await portal.startLinking(kind.name);
      await control(page, 'enter-address').fill(address);
      await control(page, 'send-message').click();
      await enterCode(page, address);

      await expect(portal.alert).toHaveAttribute('data-failure', 'embedded-blocked');
      await control(page, 'use-full-page').click();
      await page.waitForURL(`${tenantOrigin}/**`);
      await kind.prove(page);
      await finish(portal, kind);
    },
  );
}

test('a code can be asked for again only so often, and a reload does not change that (SEC-49)', async ({
  page,
  portal,
}) => {
  const kind = kindOf('sms');
  await begin(portal, kind, 'embedded');
  await control(page, 'prove-account').click();
  await control(page, 'enter-address').fill(phone);
  await control(page, 'send-message').click();
  await expect(control(page, 'send-again')).toBeDisabled();
  await expect(control(page, 'send-again')).toHaveText(/^Resend in 0:\d\d$/);

  await page.reload();
  await control(page, 'prove-account').click();
  await expect(control(page, 'send-message')).toBeDisabled();
  await expect(control(page, 'send-message')).toHaveText(/^Send again in 0:\d\d$/);
  expect(await localTenant.messagesTo(phone)).toHaveLength(1);
});

test('a number that was mistyped is mended at once, and its country follows what is pasted', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await begin(portal, kindOf('sms'), 'embedded');
  await control(page, 'prove-account').click();
  await control(page, 'enter-address').fill('+49 1512 3456789');
  await expect(control(page, 'choose-country')).toHaveValue('DE');
  await control(page, 'send-message').click();
  await expect(page.getByText('We sent a code to +49 1512 3456789')).toBeVisible();

  await control(page, 'use-another-address').click();
  await expect(control(page, 'enter-address')).toHaveValue('+49 1512 3456789');
  await expect(control(page, 'send-message')).toHaveText(/^Send again in 0:\d\d$/);
  await expectAccessible();
  await control(page, 'choose-country').selectOption('US');
  await control(page, 'enter-address').fill('555 555 0100');
  await control(page, 'send-message').click();
  await enterCode(page, phone);
  await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
});

test(
  'a phone number that was added opens the same account, by a code from the start page',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    const kind = kindOf('sms');
    await begin(portal, kind, 'embedded');
    await control(page, 'prove-account').click();
    await control(page, 'enter-address').fill(phone);
    await control(page, 'send-message').click();
    await enterCode(page, phone);
    await portal.confirmLink();
    await expect(page.getByRole('heading', { name: 'Phone number added' })).toBeVisible();
    await expect(page.getByText('Next time, sign in with either.')).toBeVisible();

    await page.goto('/account');
    await portal.signOut();
    await expectAccessible();
    await control(page, 'sign-in-by-code', 'sms').click();
    await kind.prove(page);
    await expect(portal.methods).toHaveText([/ada@example\.com/, /\+1\s555\s555\s0100/]);
    await portal.expectSignedInAs(ada.name);

    // Whoever has signed in by a code confirms by one, and goes straight on where no window is needed.
    await timePasses(page, 400);
    await page.goto('/account/link/sms');
    const popup = page.waitForEvent('popup');
    await control(page, 'confirm').click();
    await kind.prove(await popup);
    await expect(control(page, 'enter-address')).toBeFocused();
    await localTenant.moveClock(0);
  },
);

test(
  'a number that belongs to no account is a new one, which leads to the account that was meant',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    const number = '+15555550177';
    await configure(page, 'embedded');
    await portal.open();
    await control(page, 'sign-in-by-code', 'sms').click();
    await page.getByLabel('Phone number').fill(number);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Code').fill(await localTenant.codeFor(number));
    await page.getByRole('button', { name: 'Verify' }).click();
    const notice = page.locator('[data-done="account-made"]');
    await expect(notice).toContainText('This is a new account');
    await expect(notice).toContainText('+1 555 555 0177');
    await expectAccessible();

    await control(page, 'sign-in-to-add').click();
    await expect(page.getByText('Sign in to your other account.')).toBeVisible();
    await control(page, 'sign-in').click();
    await submitPassword(page, ada);
    await expect(page).toHaveURL('/account/link/sms');
    await control(page, 'prove-account').click();
    await control(page, 'enter-address').fill(number);
    await control(page, 'send-message').click();
    await enterCode(page, number);
    await expect(page.getByRole('heading', { name: 'Add this phone number?' })).toBeVisible();
    await expect(page.locator('[data-warning="newborn"]')).toContainText('signed in just now');
    await expect(page.getByRole('heading', { name: 'Nothing is lost' })).toBeVisible();
    await expectAccessible();
    await portal.confirmLink();
    await expect(page.getByRole('heading', { name: 'Phone number added' })).toBeVisible();
    await portal.expectSignedInAs(ada.name);
  },
);
