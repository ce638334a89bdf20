import { control } from '../testing/control.ts';
import { appPort, crossSiteOf, tenantOrigin } from '../testing/addresses.ts';
import { begin, configure, finish, kindOf, mailbox, phone, typeCode } from '../testing/kinds.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

for (const [name, field, address, typed, wrong] of [
  ['sms', 'Phone number', phone, '+1 555 555 0100', '555 0100'],
  ['email', 'Email', mailbox, ' Zoe@Example.net ', 'zoe@example'],
] as const) {
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
      // Nothing was sent, so there is nothing to wait for.
      await page.getByLabel(field).fill(typed);
      await control(page, 'send-message').click();
      await page.getByLabel('Code').fill('no code');
      await control(page, 'verify-code').click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'bad-code');
      await expect(page.getByText('Tries left: 3')).toBeVisible();
      await page.getByLabel('Code').fill('000000');
      await control(page, 'verify-code').click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'wrong-code');
      await expect(page.getByText('Tries left: 2')).toBeVisible();
      await expectAccessible();
      await typeCode(page, address);
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
      await control(page, 'prove-account').click();
      await page.getByLabel(field).fill(address);
      await control(page, 'send-message').click();
      await typeCode(page, address);

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
  await page.getByLabel('Phone number').fill(phone);
  await control(page, 'send-message').click();
  await expect(control(page, 'send-again')).toBeDisabled();
  await expect(page.getByText(/Another message can be sent in \d+ s/)).toBeVisible();

  await page.reload();
  await control(page, 'prove-account').click();
  await expect(control(page, 'send-message')).toBeDisabled();
  expect(await localTenant.messagesTo(phone)).toHaveLength(1);
});
