import { deliverConfig } from '../testing/app-config.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

const api = `${tenantOrigin}/_tenant/api`;

/** Gives Ada so many sign-in methods more, each with an account of its own until then. */
async function linkMore(count: number): Promise<void> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${api}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

    return answer.json();
  };
  for (let at = 0; at < count; at += 1) {
    const connection = at % 4 === 0 ? 'github' : 'google-oauth2';
    const other = (await post('users', { connection, fill: true })) as { user_id: string };
    await post(`users/${encodeURIComponent(ada.userId)}/identities`, { user_id: other.user_id });
  }
}

test('whoever has many methods, and may add many more, finds any of them with the keyboard', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await deliverConfig(page, {
    change: ({ connections, ...config }) => ({
      ...config,
      connections: [
        ...(connections as readonly object[]),
        ...Array.from({ length: 293 }, (_, at) => ({
          name: `company-${at}`,
          strategy: 'samlp',
          label: `Company ${at}`,
          domains: [`company-${at}.example`],
        })),
      ],
    }),
  });
  await linkMore(30);
  await portal.openSignedIn(ada);
  await expect(page.getByRole('list', { name: 'Sign-in methods: Personal' })).toBeVisible();
  // The first of each group, of which the one that is left out has a button.
  await expect(portal.methods).toHaveCount(20);
  await expectAccessible();

  await control(page, 'show-more', 'personal').press('Enter');
  await expect(portal.methods).toHaveCount(31);
  await expect(portal.methods.nth(20)).toBeFocused();
  await control(page, 'find-method').fill('email and password');
  await expect(portal.methods).toHaveText([/Email and password.*ada@example\.com/s]);
  await expectAccessible();

  await control(page, 'add-method').press('Enter');
  await expect(control(page, 'find-offer')).toBeFocused();
  await expectAccessible();
  await page.keyboard.type('company 287');
  await expect(control(portal.offers, 'open-link')).toHaveText(['Company 287']);
  await control(page, 'find-offer').fill('ada@nobody.example');
  await page.keyboard.press('Enter');
  await expect(portal.offers.getByRole('status')).toContainText("We don't know nobody.example");
  await expectAccessible();
  await control(page, 'find-offer').fill('ada@company-291.example');
  await expect(control(portal.offers, 'open-link', 'company-291').first()).toHaveText(
    'Continue with Company 291',
  );
  await expectAccessible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/account/link/company-291');
});

test('many methods are no wider than a phone', matrix, async ({ page, portal }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await linkMore(10);
  await portal.openSignedIn(ada);
  await expectToFit(page, 'the account page');
  await control(page, 'add-method').click();
  await expectToFit(page, 'the sheet');
});
