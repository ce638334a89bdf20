import type { Page, Route } from '@playwright/test';

import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { lookThrough, openSettings } from '../testing/review.ts';
import { settingsOf } from '../testing/saga.ts';
import { expect, test } from '../testing/test.ts';

interface Fault {
  readonly what: string;
  readonly code: string;
  /** What a link comes to that is always answered like this. */
  readonly link: 'refused' | 'open';
  readonly answer: (route: Route) => Promise<void>;
}

const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
const status =
  (status: number, body = '{"message":"words of the server"}') =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, body, headers: cors, contentType: 'application/json' });

const faults: readonly Fault[] = [
  { what: '401', link: 'open', code: 'signed-out', answer: status(401) },
  { what: '403', link: 'refused', code: 'forbidden', answer: status(403) },
  { what: '409', link: 'refused', code: 'conflict', answer: status(409) },
  { what: '429', link: 'open', code: 'busy', answer: status(429) },
  { what: '500', link: 'open', code: 'tenant-error', answer: status(500) },
  { what: '503', link: 'open', code: 'tenant-error', answer: status(503) },
  { what: 'broken JSON', link: 'open', code: 'unreadable', answer: status(200, '<html>') },
  {
    what: 'another shape',
    link: 'open',
    code: 'unreadable',
    answer: status(200, '{"identities":[]}'),
  },
  { what: 'no answer', link: 'open', code: 'unreachable', answer: (route) => route.abort() },
];

/** Answers the Management API's calls of one method with a fault, and everything else as it is. */
async function breakCalls(page: Page, method: string, fault: Fault): Promise<void> {
  await page.route('**/api/v2/**', (route) =>
    route.request().method() === method ? fault.answer(route) : route.continue(),
  );
}

const untouched = async (): Promise<void> => {
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
  expect(methodsOf(await localTenant.user(ada.googleId))).toEqual([ada.googleId]);
};

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

/** A request that the tenant has no room for is made six times, further and further apart. */
const longest = 50_000;

for (const fault of faults) {
  test(
    `a link that is answered with ${fault.what} says what is known, and what to do`,
    matrixUnless(fault.what === '500'),
    async ({ page, portal }) => {
      test.setTimeout(longest * 2);
      await portal.proveGoogle(ada.email);
      await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
      await breakCalls(page, 'POST', fault);
      await portal.confirmLink();

      const phases = fault.link === 'refused' ? 'failed' : /unknown|confirmingPrimary/;
      await expect(portal.wizard).toHaveAttribute('data-phase', phases, { timeout: longest });
      await expect(page.locator('main')).not.toContainText('words of the server');
      await expect(page.locator('main').locator('a, button').first()).toBeVisible();
      await untouched();
      await page.unroute('**/api/v2/**');
      await portal.expectSignedInAs(ada.name);
      const region = page.getByRole('region', { name: 'Unfinished link' });
      await expect(region).toHaveCount(fault.link === 'refused' ? 0 : 1);
    },
  );

  test(
    `REL-35: an account that is answered with ${fault.what} is not shown, and says what to do`,
    matrixUnless(fault.what === '503'),
    async ({ page, portal, expectAccessible }) => {
      test.setTimeout(longest * 2);
      await breakCalls(page, 'GET', fault);
      await page.reload();

      await expect(portal.alert).toHaveAttribute('data-failure', fault.code, { timeout: longest });
      await expect(page.locator('main')).not.toContainText('words of the server');
      await expectAccessible();
      await page.unroute('**/api/v2/**');
      await portal.expectSignedInAs(ada.name);
      await expect(portal.methods).toHaveCount(1);
    },
  );
}

test('a link of which nobody knows yet is not called failed, and can be looked up', async ({
  page,
  portal,
  expectAccessible,
}) => {
  // With nothing to merge the account has no record of the link.
  await localTenant.change(ada.googleId, { user_metadata: {} });
  await portal.proveGoogle(ada.email);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  let isSent = false;
  await page.route('**/api/v2/**', async (route) => {
    if (route.request().method() === 'POST') {
      await route.fetch();
      isSent = true;
    }

    return isSent ? route.abort() : route.continue();
  });
  await portal.confirmLink();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'unknown');
  await expect(portal.alert).toContainText("We're not sure yet");
  await expectAccessible();

  await page.unroute('**/api/v2/**');
  await control(page, 'check-again').click();
  await expect(page.getByRole('status')).toContainText('Linked');
});

test('a blocked window is explained, and works once it is allowed (REL-01)', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await page.evaluate(() => {
    const open = window.open.bind(window);
    window.open = () => null;
    Object.assign(window, { allowWindows: () => (window.open = open) });
  });
  await portal.startLinking('google-oauth2');
  await expect(portal.alert).toHaveAttribute('data-failure', 'popup-blocked');
  await expectAccessible();

  await page.evaluate('allowWindows()');
  await popupBy(control(page, 'try-again'));
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
});

test(
  'cancelling closes the other window and leaves everything as it was',
  matrix,
  async ({ page, portal }) => {
    const popup = await portal.openWindow();
    await Promise.all([popup.waitForEvent('close'), control(page, 'cancel').click()]);

    await expect(portal.methods).toHaveCount(1);
    await untouched();
  },
);

test('pressing twice opens one window (REL-05)', matrix, async ({ portal, context }) => {
  const opened: Page[] = [];
  context.on('page', (other) => opened.push(other));
  await (await portal.showTile('google-oauth2')).dblclick();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');

  expect(opened).toHaveLength(1);
});

test(
  'the account that is in use cannot be linked to itself (SEC-11)',
  matrix,
  async ({ portal }) => {
    const popup = await portal.openWindow('Username-Password-Authentication');
    await popup.getByLabel('Email address').fill(ada.email);
    await popup.getByLabel('Password').fill(ada.password);
    await popup.getByRole('button', { name: 'Continue', exact: true }).click();

    await expect(portal.alert).toHaveAttribute('data-failure', 'same-account');
    await untouched();
    await portal.expectSignedInAs(ada.name);
  },
);

test('an account with an unverified e-mail is not linked (SEC-14)', async ({ portal }) => {
  const popup = await portal.openWindow();
  await popup.getByRole('button', { name: 'Fill in for me' }).click();
  await popup.getByLabel('Already verified').uncheck();
  await popup.getByRole('button', { name: 'Add account' }).click();

  await expect(portal.alert).toHaveAttribute('data-failure', 'email-unverified');
  await untouched();
});

test(
  'an account that tries to be more than its name is shown as a clipped text (SEC-30, SEC-31)',
  matrix,
  async ({ page, portal }) => {
    const left: string[] = [];
    page.on('request', (request) => left.push(new URL(request.url()).hostname));
    const pictures = [
      'javascript:alert(1)',
      'data:image/svg+xml,<svg/>',
      'blob:x',
      'http://x.example',
    ];
    await page.route(`**/users/${encodeURIComponent(ada.googleId)}`, async (route) => {
      const response = await route.fetch();
      const user = (await response.json()) as { identities: readonly object[] };
      const hostile = {
        email: null,
        name: `\u202E<img src=x onerror="document.title='owned'">${'x'.repeat(10_000)}`,
      };
      const identities = user.identities.map((identity) => ({ ...identity, profileData: hostile }));
      const others = pictures.map((picture, index) => ({
        ...{ provider: 'github', connection: 'github', user_id: String(index) },
        profileData: { ...hostile, picture },
      }));
      await route.fulfill({
        response,
        json: {
          ...user,
          ...hostile,
          picture: 'https://tracker.example/p.png',
          identities: [...identities, ...others],
        },
      });
    });
    await portal.proveGoogle(ada.email);

    const having = page.getByRole('list', { name: 'Ways to sign in' });
    await expect(having).toContainText('<img src=x onerror=');
    await expect(having).not.toContainText('x'.repeat(80));
    await expect(page).not.toHaveTitle('owned');
    expect(await page.evaluate(() => document.body.textContent.includes('\u202E'))).toBe(false);
    expect(new Set(left)).toEqual(new Set(['localhost']));
    await expectToFit(page);
  },
);

test('offline a link fails with everything kept, and back online the page goes on to where it stood', async ({
  page,
  portal,
  context,
  expectAccessible,
}) => {
  await portal.proveGoogle(ada.email);
  await openSettings(page);
  await control(page, 'choose-value', 'language theirs').check();
  await lookThrough(page);
  await expect(control(page, 'link-accounts')).toBeEnabled();
  await context.setOffline(true);
  await control(page, 'link-accounts').click();
  await expect(portal.alert).toHaveAttribute('data-failure', /unreachable|offline/);
  await expect(page.getByText('Your choices and your sign-in are kept.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible();
  await control(page, 'back-to-review').click();
  await expect(control(page, 'choose-value', 'language theirs')).toBeChecked();
  await expect(control(page, 'link-accounts')).toBeEnabled();
  await control(page, 'link-accounts').click();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'failed');
  await untouched();

  await context.setOffline(false);
  await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
  await expect(control(page, 'choose-value', 'language theirs')).toBeChecked();
  await control(page, 'link-accounts').click();
  await expect(page.getByRole('status')).toContainText('Linked');
  expect(await settingsOf(ada.userId)).toMatchObject({ language: 'fr' });
});

test(
  'a busy tenant is counted down, and the same link is sent once more by one press',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    let answers = 0;
    await page.route('**/api/v2/users/**', async (route) => {
      if (route.request().method() !== 'GET' || answers > 1) return route.continue();
      answers += 1;
      // The first asks for patience, and the second for more of it than anybody has.
      const headers = { ...cors, 'Access-Control-Expose-Headers': 'Retry-After' };
      await route.fulfill({
        status: 429,
        body: '{}',
        headers: { ...headers, 'Retry-After': answers === 1 ? '5' : '3600' },
      });
    });
    await portal.confirmLink();
    await expect(page.getByText(/Trying again in \d s/)).toBeVisible();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'preparing');
    await expectAccessible();
    // The tenant has said when it wants to be asked again, and is asked no sooner.
    await control(page, 'try-now').click();
    await expect(page.getByText(/too early/)).toBeVisible();
    await expectAccessible();
    await expect(portal.alert).toHaveAttribute('data-failure', 'busy');
    await control(page, 'try-again').click();

    await expect(page.getByRole('status')).toContainText('Linked');
  },
);

test(
  'somebody in a hurry ends the pause that nobody has asked for by name',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    let answers = 0;
    await page.route(/\/api\/v2\/users\/auth0/, async (route) => {
      if (route.request().method() !== 'GET' || answers > 2) return route.continue();
      answers += 1;
      await route.fulfill({ status: 429, body: '{}', headers: cors });
    });
    await portal.confirmLink();
    // One second, two, and four: the third is long enough to be ended by a person.
    await expect(page.getByText(/Trying again in [345] s/)).toBeVisible();
    await page.evaluate(() => {
      new MutationObserver(() => {
        if (document.body.textContent.includes('Trying again in 1 s')) document.title = 'waited';
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await control(page, 'try-now').click();

    await expect(page.getByRole('heading', { name: 'Google is linked' })).toBeFocused();
    expect(await page.title()).not.toBe('waited');
  },
);
