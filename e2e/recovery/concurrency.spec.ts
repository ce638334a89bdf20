import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { expectNothingLost, requests, settingsOf } from '../testing/saga.ts';

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

test('REL-28: of two tabs that link at once, one does, and the other says so', async ({
  page,
  portal,
  context,
}) => {
  const other = new Portal(await context.newPage());
  await other.open();
  await control(other.page, 'sign-in').click();
  await expect(other.page.getByRole('heading', { name: 'Sign-in methods' })).toBeVisible();
  await portal.proveGoogle(ada.email);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await other.proveGoogle(ada.email);
  await expect(other.page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await localTenant.fault({
    match: requests.link,
    when: 'before',
    times: 1,
    then: { delayMs: 3000 },
  });
  await portal.confirmLink();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'sending');
  await other.confirmLink();

  await expect(other.alert).toHaveAttribute('data-failure', 'other-tab');
  await expect(page.getByRole('status')).toContainText('Linked');
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
});

test(
  'REL-31: of two devices that link at once, no value of either account is lost',
  matrix,
  async ({ page, portal, browser }) => {
    const theirs = await settingsOf(ada.googleId);
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    const context = await browser.newContext();
    const device = new Portal(await context.newPage());
    await device.open();
    await device.signIn(ada);
    await device.proveGoogle(ada.email);
    await expect(device.page.getByRole('heading', { name: 'Review' })).toBeVisible();
    await Promise.all([portal.confirmLink(), device.confirmLink()]);
    const ends = /done|failed|reviewing|unknown/;
    await expect(portal.wizard).toHaveAttribute('data-phase', ends);
    await expect(device.wizard).toHaveAttribute('data-phase', ends);

    await expect
      .poll(async () => methodsOf(await localTenant.user(ada.userId)))
      .toEqual([ada.userId, ada.googleId]);
    await expectNothingLost(theirs);
    await context.close();
  },
);

test(
  'an account that has joined meanwhile from elsewhere is one method, and nothing of it was done here',
  matrix,
  async ({ page, portal }) => {
    const suggested = page.getByRole('region', { name: 'Suggested' });
    await expect(suggested.getByRole('link', { name: 'Link Google' })).toBeVisible();
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    await localTenant.link(ada.userId, ada.googleId);
    await portal.confirmLink();
    await expect(portal.alert).toHaveAttribute('data-failure', 'already-linked');
    await expect(page.getByRole('status')).toHaveCount(0);
    await control(page, 'cancel').click();

    await expect(portal.methods).toHaveText([/Email and password/, /Google.*ada@example\.com/]);
    await expect(suggested).toBeHidden();
    await expect(page.getByRole('heading', { name: 'History' })).toHaveCount(0);
    await expect(page.getByText(/\bLinked\b|came along/)).toHaveCount(0);
  },
);

test(
  'REL-32: offline nothing is sent, and online it goes on',
  matrix,
  async ({ page, portal, context }) => {
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    await context.setOffline(true);
    await portal.confirmLink();
    await expect(portal.alert).toHaveAttribute('data-failure', /offline|unreachable/);
    await context.setOffline(false);
    await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
    const calls = await localTenant.managementCalls();
    expect(calls.filter((call) => /^(PATCH|POST)/.test(call))).toEqual([]);
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);

    await portal.confirmLink();
    await expect(page.getByRole('status')).toContainText('Linked');
  },
);

test(
  'REL-23: a tenant that allows two calls a second is not stormed, and the link is done',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    await localTenant.adjust({ rateLimit: { perSecond: 2, burst: 2 } });
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked', { timeout: 20_000 });
    expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
  },
);
