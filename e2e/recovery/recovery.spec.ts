import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy, Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import {
  dieBeforeTheLink,
  expectNothingLost,
  loseAnswer,
  oneFault,
  requests,
  settingsOf,
} from '../testing/saga.ts';

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

test('REL-14: a link that was left before it was sent is continued after a reload', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const theirs = await settingsOf(ada.googleId);
  await portal.proveGoogle(ada.email);
  await dieBeforeTheLink(page);
  await page.goto('/account');

  const region = page.getByRole('region', { name: 'Unfinished link' });
  await expect(region.getByRole('alert')).toContainText('Google');
  await expectAccessible();
  await control(region, 'continue-link').click();
  await expect(page.getByRole('heading', { name: 'Link Google' })).toBeVisible();
  await expect(region).toBeVisible();
  const popup = await popupBy(control(region, 'continue-link'));
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

  await expect(page.getByRole('status')).toContainText('Linked');
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
  await expectNothingLost(theirs);
  expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
});

test('REL-14: a link that was left before it was sent is undone to the last byte', async ({
  page,
  portal,
}) => {
  const [mine, theirs] = [await settingsOf(ada.userId), await settingsOf(ada.googleId)];
  await portal.proveGoogle(ada.email);
  await dieBeforeTheLink(page);
  expect(await settingsOf(ada.userId)).toHaveProperty('acct_link');
  await page.goto('/account');
  await control(page, 'undo-link').click();

  await expect(page.getByRole('status').filter({ hasText: 'cancelled' })).toBeVisible();
  expect(JSON.stringify(await settingsOf(ada.userId))).toBe(JSON.stringify(mine));
  expect(await settingsOf(ada.googleId)).toEqual(theirs);
});

test(
  'REL-15: a link that is lost on its way is sent once more, and linked once',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await oneFault(requests.link, 'before', { drop: true });
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
  },
);

test('a link whose answer is lost is found to be done, closed, and not sent twice', async ({
  page,
  portal,
}) => {
  const theirs = await settingsOf(ada.googleId);
  await portal.proveGoogle(ada.email);
  await loseAnswer(page, 'POST');
  await portal.confirmLink();

  await expect(page.getByRole('status')).toContainText('Linked');
  const calls = await localTenant.managementCalls();
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
  await expectNothingLost(theirs);
  expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
});

test(
  'REL-16: a link that fails in the tenant is sent once more, and linked',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await oneFault(requests.link, 'before', { status: 503 });
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked');
  },
);

for (const status of [400, 403, 409]) {
  test(
    `REL-17 REL-18: a link that is refused with ${status} is not done, and all is as before`,
    matrixUnless(status === 403),
    async ({ portal }) => {
      const [mine, theirs] = [await settingsOf(ada.userId), await settingsOf(ada.googleId)];
      await portal.proveGoogle(ada.email);
      await oneFault(requests.link, 'before', { status });
      await portal.confirmLink();

      await expect(portal.wizard).toHaveAttribute('data-phase', 'failed');
      expect(await settingsOf(ada.userId)).toEqual(mine);
      expect(await settingsOf(ada.googleId)).toEqual(theirs);
      expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    },
  );
}

test(
  'REL-19: settings whose answer is lost are recognised, and not written again',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await loseAnswer(page, 'PATCH');
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked');
    const calls = await localTenant.managementCalls();
    expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(2);
  },
);

test(
  'REL-20: settings that the tenant refuses leave everything as it was',
  matrix,
  async ({ portal }) => {
    const mine = await settingsOf(ada.userId);
    await portal.proveGoogle(ada.email);
    await oneFault(requests.settingsWrite, 'before', { status: 400 });
    await portal.confirmLink();

    await expect(portal.alert).toHaveAttribute('data-failure', 'settings-refused');
    expect(await settingsOf(ada.userId)).toEqual(mine);
  },
);

test(
  'a link that cannot be closed is closed on the next visit',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await page.route('**/api/v2/users/*/identities', async (route) => {
      const response = await route.fetch();
      await oneFault(requests.settingsWrite, 'before', { status: 403 });
      await route.fulfill({ response });
    });
    await portal.confirmLink();
    await expect(page.getByRole('status')).toContainText('Linked');
    expect(await settingsOf(ada.userId)).toHaveProperty('acct_link');

    await control(page, 'go-to-account').click();
    await expect(page.getByRole('status')).toContainText('Linked');
    await expect(page.getByRole('region', { name: 'Unfinished link' })).toHaveCount(0);
    expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
  },
);

test('REL-29: what changes while the review is open is shown again before anything is written', async ({
  page,
  portal,
}) => {
  await portal.proveGoogle(ada.email);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await localTenant.change(ada.userId, { user_metadata: { theme: 'sepia' } });
  await portal.confirmLink();

  await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
  await expect(portal.wizard).toContainText('sepia');
  const calls = await localTenant.managementCalls();
  expect(calls.filter((call) => /^(PATCH|POST)/.test(call))).toEqual([]);
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
  expect(await settingsOf(ada.userId)).toMatchObject({ theme: 'sepia' });
});

/** Somebody else changes an account while the review is open, and the person agrees to what they have seen. */
async function changedMeanwhile(portal: Portal, userId: string, change: object): Promise<void> {
  await portal.proveGoogle(ada.email);
  await expect(portal.page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await localTenant.change(userId, { ...change });
  await portal.confirmLink();
}

/** What was written meanwhile, and not by whoever changes accounts by hand. */
const writes = async (): Promise<readonly string[]> =>
  (await localTenant.managementCalls()).filter((call) => /^(PATCH|POST)/.test(call));

test(
  'REL-29: a setting that the second account gets during the review is shown before it ends',
  matrix,
  async ({ page, portal }) => {
    await changedMeanwhile(portal, ada.googleId, { user_metadata: { tempo: 'allegro' } });

    await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
    await expect(portal.wizard).toContainText('allegro');
    expect(await writes()).toEqual([]);
    await portal.confirmLink();
    await expect(page.getByRole('status')).toContainText('Linked');
    expect(await settingsOf(ada.userId)).toMatchObject({ tempo: 'allegro' });
  },
);

for (const [userId, code] of [
  [ada.googleId, 'second-blocked'],
  [ada.userId, 'first-blocked'],
] as const) {
  test(
    `an account that is blocked during the review is not linked: ${code}`,
    matrix,
    async ({ portal }) => {
      await changedMeanwhile(portal, userId, { blocked: true });

      await expect(portal.alert).toHaveAttribute('data-failure', code);
      expect(await writes()).toEqual([]);
      expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    },
  );
}

test(
  'a refusal that may be wrong is told of only once the account has been read',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    let isSent = false;
    await page.route('**/api/v2/users/**', async (route) => {
      const method = route.request().method();
      if (method === 'POST') {
        await route.fetch();
        isSent = true;
        const headers = { 'Access-Control-Allow-Origin': '*' };

        return route.fulfill({ status: 409, json: { message: 'x' }, headers });
      }
      if (!isSent || method !== 'GET') return route.fallback();
      isSent = false;

      return route.abort();
    });
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked');
    await expect(page.getByText('belongs to another account')).toHaveCount(0);
    expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
  },
);

test(
  'a link that is on its way when its page is left is shown to its end where the person is',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    await localTenant.fault({
      match: requests.link,
      when: 'before',
      times: 1,
      then: { delayMs: 4000 },
    });
    await portal.confirmLink();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'sending');
    await page.goBack();

    await expect(page).toHaveURL('/account');
    const running = page.getByRole('status', { name: 'Link on its way' });
    await expect(running).toContainText('Google account is being linked');
    await expectAccessible();
    await expect(page.getByText('was not linked')).toHaveCount(0);
    await expect(page.getByText('Another tab')).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
    await expect(portal.methods).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    await expect(page.getByText('was not linked')).toHaveCount(0);
    await page.reload();
    await expect(portal.methods).toHaveCount(2);
    await expect(page.getByText('was not linked')).toHaveCount(0);
  },
);

test(
  'a page that is reloaded while its link is on its way says nothing of a link that was not made',
  matrix,
  async ({ page, portal }) => {
    await localTenant.change(ada.googleId, { user_metadata: {} });
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    // The answer never reaches the page that asked.
    await page.route('**/api/v2/users/*/identities', async (route) => {
      await route.fetch();
      await page.goto('about:blank');
    });
    await portal.confirmLink();
    await expect(page).toHaveURL('about:blank');
    await page.goto('/account');

    await expect(portal.methods).toHaveCount(2);
    await expect(page.getByText('was not linked')).toHaveCount(0);
  },
);
