import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { appOrigin, appPort, crossSiteOf } from '../testing/addresses.ts';
import { begin, finish, kindOf, mailbox } from '../testing/kinds.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import type { Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

const kind = kindOf('email');

/** Has a link sent, and gives it as the message holds it, for a portal at this origin. */
async function sendLink(portal: Portal, origin = appOrigin): Promise<string> {
  const { page } = portal;
  await begin(portal, kind, 'magic-link');
  await control(page, 'prove-account').click();
  await control(page, 'enter-address').fill(mailbox);
  await control(page, 'send-message').click();
  await expect(page.getByText('We sent a link to')).toBeVisible();

  return (await localTenant.linkFor(mailbox)).replace(appOrigin, origin);
}

/** The tenant's own link, which the message leads to over a page of the portal. */
const redeemingLink = (link: string): string => decodeURIComponent(new URL(link).hash.slice(1));

/** Opens a link where no tab waits for it: that is said, and nothing of the link has left the page. */
async function expectRefused(opened: Page, link: string): Promise<void> {
  const asked: string[] = [];
  opened.on('request', (request) => asked.push(request.url()));
  await opened.goto(link);

  await expect(opened.getByRole('alert')).toHaveAttribute('data-failure', 'other-browser');
  const portal = new URL(opened.url());
  expect(portal.pathname + portal.hash).toBe('/link/elsewhere');
  expect(asked.filter((url) => new URL(url).origin !== portal.origin)).toEqual([]);
  expect(asked.join()).not.toContain('verification_code');
}

for (const origin of [appOrigin, crossSiteOf(appPort)]) {
  test.describe(
    `a link in an e-mail, from ${new URL(origin).hostname},`,
    matrixUnless(origin === appOrigin),
    () => {
      test.use({ baseURL: origin });

      test('opened in another tab, goes on in the tab that began it (SEC-52)', async ({
        portal,
        context,
        expectAccessible,
      }) => {
        const link = await sendLink(portal, origin);
        await expect(control(portal.page, 'send-again')).toHaveText(/^Resend in 0:\d\d$/);
        await expect(
          portal.page.getByRole('status').filter({ hasText: `Link sent to ${mailbox}` }),
        ).toHaveCount(1);
        await expectAccessible();
        const opened = await context.newPage();
        await opened.goto(link);

        await expect(
          opened.getByRole('heading', { name: 'Go back to the other tab' }),
        ).toBeVisible();
        expect(opened.url()).toBe(`${origin}/link/opened`);
        await finish(portal, kind);
      });

      test(
        'opened in another browser, is refused there and still good here (SEC-52)',
        matrix,
        async ({ portal, context, browser, expectAccessible }) => {
          const link = await sendLink(portal, origin);
          const stranger = await browser.newContext();
          const elsewhere = await stranger.newPage();
          await expectRefused(elsewhere, link);
          await expectAccessible(elsewhere);
          await stranger.close();

          const opened = await context.newPage();
          await opened.goto(link);
          await finish(portal, kind);
        },
      );
    },
  );
}

test(
  'a link may go to another address instead, and the first one is then refused',
  matrix,
  async ({ page, portal, context }) => {
    const link = await sendLink(portal);
    await control(page, 'use-another-address').click();
    await expect(control(page, 'enter-address')).toHaveValue(mailbox);
    await control(page, 'enter-address').fill('zoe@example.org');
    await control(page, 'send-message').click();
    await expect(page.getByText('We sent a link to zoe@example.org')).toBeVisible();
    const opened = await context.newPage();
    await expectRefused(opened, link);
    await opened.goto(await localTenant.linkFor('zoe@example.org'));

    await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
  },
);

test(
  'a link whose tab is gone is refused, and is not spent',
  matrix,
  async ({ page, portal, context }) => {
    const link = await sendLink(portal);
    await control(page, 'cancel').click();
    await expect(portal.methods).toHaveCount(1);
    const opened = await context.newPage();

    await expectRefused(opened, link);
    await portal.expectSignedInAs(ada.name);
  },
);

test(
  'a link that leads past the portal, in a tenant with words of its own, is spent and links nothing',
  matrix,
  async ({ page, portal }) => {
    const link = await sendLink(portal);
    await page.goto(redeemingLink(link));

    await expect(portal.alert).toHaveAttribute('data-failure', 'no-sign-in-pending');
    expect(page.url()).not.toContain('code=');
    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
    await portal.expectSignedInAs(ada.name);
  },
);

test('the page that a link leads to leads nowhere but to the tenant', matrix, async ({ page }) => {
  await expectRefused(page, `/link/open#${encodeURIComponent('https://evil.example/?state=x')}`);
});
