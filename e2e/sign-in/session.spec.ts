import { control } from '../testing/control.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, alan, grace } from '../testing/people.ts';
import { popupBy, submitPassword } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

test.describe('the first person stays who they are', () => {
  test.beforeEach(async ({ portal }) => {
    await portal.openSignedIn(ada);
  });

  test(
    'after a second sign-in that is cancelled in its window (SEC-41)',
    matrix,
    async ({ portal }) => {
      const popup = await portal.openWindow();
      await popup.getByRole('button', { name: 'Deny' }).click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'denied');

      await portal.expectSignedInAs(ada.name);
    },
  );

  test('after a second sign-in as somebody else that is not used (SEC-40, SEC-41)', async ({
    page,
    portal,
  }) => {
    await portal.proveGoogle(alan.email);
    // Somebody else's account is named before it is absorbed.
    await expect(page.getByRole('list', { name: 'Ways to sign in' })).toContainText(alan.email);
    await control(page, 'cancel').click();

    await expect(page).toHaveURL('/account');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    await portal.expectSignedInAs(ada.name);
    await expect(portal.methods).toHaveText([/ada@example\.com/]);
  });

  test(
    'and when their own token is gone they are asked to sign in, whoever the tenant knows',
    matrix,
    async ({ page, portal }) => {
      await portal.proveGoogle(alan.email);
      await control(page, 'cancel').click();
      await expect(page).toHaveURL('/account');
      await forgetAccessTokens(page);
      await page.goto('/account');
      await expect(portal.alert).toHaveAttribute('data-failure', 'signed-out');

      await control(page, 'sign-in-again').click();
      await expect(page.getByLabel('Email address')).toHaveValue(ada.email);
      await submitPassword(page, ada);
      await expect(portal.methods).toHaveText([/ada@example\.com/]);
    },
  );

  test('and a sign-in of somebody else in their place is named and refused (SEC-40)', async ({
    page,
    portal,
    expectAccessible,
  }) => {
    await forgetAccessTokens(page);
    await page.goto('/account');
    await control(page, 'sign-in-again').click();
    await submitPassword(page, grace);

    await expect(portal.alert).toHaveAttribute('data-failure', 'another-person');
    await expect(portal.alert).toContainText(grace.name);
    await expect(portal.alert).toContainText(ada.name);
    await expect(page.getByRole('banner')).not.toContainText(grace.name);
    await expectAccessible();

    await control(page, 'sign-in').click();
    await submitPassword(page, ada);
    await expect(page.getByRole('banner')).toContainText(ada.name);
  });
});

test('a code somebody else made is not taken at the callback (SEC-01)', async ({
  page,
  portal,
}) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().startsWith(tenantOrigin)) {
      writes.push(request.url());
    }
  });
  await page.goto('/callback?code=attacker&state=x');

  await expect(portal.alert).toHaveAttribute('data-failure', 'failed');
  await expect(page).toHaveURL('/');
  expect(writes).toEqual([]);
});

test(
  'a sign-in whose tokens are lost begins again by itself, once (REL-27)',
  matrix,
  async ({ page, portal }) => {
    const used = new Set<string>();
    let answersToLose = 1;
    await page.route('**/oauth/token', async (route) => {
      const code = new URLSearchParams(route.request().postData() ?? '').get('code') ?? '';
      const isFirst = code !== '' && !used.has(code);
      used.add(code);
      if (!isFirst || answersToLose === 0) return route.continue();
      answersToLose -= 1;
      await route.fetch();

      return route.abort();
    });
    await page.goto('/account/link/google-oauth2');
    await control(page, 'sign-in').click();
    await submitPassword(page, ada);
    await expect(page.getByRole('heading', { name: 'Link Google' })).toBeVisible();
    await expect(page.getByRole('banner')).toContainText(ada.name);
    expect(used.size).toBe(2);

    // A second account proves itself again, so its owner is asked.
    answersToLose = 1;
    const popup = await portal.openWindow();
    await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await expect(portal.alert).toHaveAttribute('data-failure', 'answer-lost');
    await popupBy(control(page, 'try-again'));
    await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
    await control(page, 'cancel').click();
    await expect(portal.methods).toHaveCount(1);

    await portal.signOut();
    answersToLose = 2;
    used.clear();
    await control(page, 'sign-in').click();
    await submitPassword(page, ada);
    await expect(portal.alert).toHaveAttribute('data-failure', 'failed');
    expect(used.size).toBe(2);
    await control(page, 'sign-in').click();
    await expect(page.getByRole('banner')).toContainText(ada.name);
  },
);

test(
  'the words of an error at the callback are not shown (SEC-38)',
  matrix,
  async ({ page, portal }) => {
    await page.goto('/callback?error=access_denied&error_description=Call+0900+123&state=x');

    await expect(portal.alert).toBeVisible();
    await expect(page.locator('body')).not.toContainText('0900');
  },
);

test(
  'a sign-in that the tenant refuses is explained, and can be tried again',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    await control(page, 'sign-in').click();
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByRole('button', { name: 'Deny' }).click();

    await expect(portal.alert).toHaveAttribute('data-failure', 'denied');
    await portal.signIn(ada);
  },
);

/** What time does to a session: its access token can no longer be used. */
async function forgetAccessTokens(page: import('@playwright/test').Page): Promise<void> {
  await page.evaluate(() => {
    Object.keys(sessionStorage)
      .filter((name) => name.includes('/api/v2/'))
      .forEach((name) => sessionStorage.removeItem(name));
  });
}
