import type { BrowserContext, Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { appOrigin, tenantOrigin } from '../testing/addresses.ts';
import { finish, kindOf } from '../testing/kinds.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy, Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

const google = kindOf('google-oauth2');

/** Signs in in a window whose answer is kept back at the tenant: the address that it would have come back to. */
async function answerOf(popup: Page): Promise<string> {
  const address = Promise.withResolvers<string>();
  await popup.route('**/provider/**/continue*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    address.resolve(response.headers()['location'] ?? '');
    await route.fulfill({ contentType: 'text/html', body: '<title>held back</title>' });
  });
  await google.prove(popup);

  return address.promise;
}

/** A page of the portal that knows nobody, as any other tab of this browser. */
async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');

  return page;
}

/** Another tab in which somebody begins a link; at the tenant they are known by now. */
async function anotherWizard(context: BrowserContext): Promise<Portal> {
  const other = new Portal(await context.newPage());
  await other.open();
  await control(other.page, 'sign-in').click();
  await expect(other.methods.first()).toBeVisible();

  return other;
}

/** Says something on the channel on which answers come, as only a page of the portal could. */
const post = (page: Page, message: object): Promise<void> =>
  page.evaluate((data) => {
    const channel = new BroadcastChannel('ligature.sign-in-answers');
    channel.postMessage(data);
  }, message);

const tokensAskedBy = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/oauth/token')) asked.push(request.url());
  });

  return asked;
};

async function expectUnlinked(): Promise<void> {
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
}

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

test.describe('an answer', () => {
  test(
    'that comes back when its page has been loaded again is refused, and says so (REL-06)',
    matrix,
    async ({ page, portal, context, expectAccessible }) => {
      const popup = await portal.openWindow();
      const address = await answerOf(popup);
      await page.reload();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
      const asked = tokensAskedBy(page);
      const late = await context.newPage();
      await late.goto(address);

      await expect(late.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');
      await expectAccessible(late);
      expect(late.url()).not.toContain('code=');
      expect(asked).toEqual([]);
      await expectUnlinked();
    },
  );

  test(
    'that comes back when its page is gone is refused, and says so',
    matrix,
    async ({ page, portal, context }) => {
      const popup = await portal.openWindow();
      const address = await answerOf(popup);
      await page.close();
      const late = await context.newPage();
      await late.goto(address);

      await expect(late.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');
      await expectUnlinked();
    },
  );

  test(
    'is exchanged once, however often its address is opened (REL-08)',
    matrix,
    async ({ page, portal, context }) => {
      const asked = tokensAskedBy(page);
      const popup = await portal.openWindow();
      const address = await answerOf(popup);
      const tab = await context.newPage();
      await tab.goto(address);
      await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
      const again = await context.newPage();
      await again.goto(address);

      await expect(again.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');
      expect(asked).toHaveLength(1);
    },
  );

  test(
    'goes to the tab whose it is, of two that wait',
    matrix,
    async ({ page, portal, context }) => {
      await portal.openWindow();
      const other = await anotherWizard(context);
      const popup = await other.openWindow();
      await google.prove(popup);

      await expect(other.page.getByRole('heading', { name: 'Review' })).toBeVisible();
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
      await expect(page.getByRole('banner')).toContainText(ada.name);
    },
  );

  test('that is forged on the channel is ignored, and the real one still counts (SEC-22, SEC-23)', async ({
    page,
    portal,
    context,
  }) => {
    const asked = tokensAskedBy(page);
    const popup = await portal.openWindow();
    const address = new URL(await answerOf(popup));
    const state = address.searchParams.get('state') ?? '';
    const forger = await anotherTab(context);
    const forged = [
      `https://evil.example/link/callback?code=x&state=${encodeURIComponent(state)}`,
      `${appOrigin}/callback?code=x&state=${encodeURIComponent(state)}`,
      `${appOrigin}/link/callback?code=x&state=other&state=${encodeURIComponent(state)}`,
      `${appOrigin}/link/callback?code=x`,
      `javascript:alert(1)//?state=${encodeURIComponent(state)}`,
    ];
    for (const url of forged) await post(forger, { kind: 'answer', state, url });
    await post(forger, { kind: 'answer', state: 'other', url: address.href });
    await post(forger, { type: 'authorization_response', response: { code: 'x', state } });
    await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
    expect(asked).toEqual([]);
    await forger.goto(address.href);

    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  test(
    'with the code of another sign-in is worth nothing (SEC-04)',
    matrix,
    async ({ page, portal, context }) => {
      const other = await anotherWizard(context);
      const others = new URL(await answerOf(await other.openWindow()));
      const popup = await portal.openWindow();
      const address = new URL(await answerOf(popup));
      address.searchParams.set('code', others.searchParams.get('code') ?? '');
      const tab = await context.newPage();
      await tab.goto(address.href);

      await expect(portal.alert).toHaveAttribute('data-failure', 'answer-lost');
      await google.prove(await popupBy(control(page, 'try-again')));
      await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    },
  );

  test(
    'with another state is refused, and the page goes on waiting (SEC-03)',
    matrix,
    async ({ page, portal, context }) => {
      const asked = tokensAskedBy(page);
      const popup = await portal.openWindow();
      const address = new URL(await answerOf(popup));
      address.searchParams.set('state', 'altered');
      const tab = await context.newPage();
      await tab.goto(address.href);

      await expect(tab.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');
      await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
      expect(asked).toEqual([]);
    },
  );
});

test(
  'a foreign page gets at no window of ours, by its name or by opening our callback (SEC-22)',
  matrix,
  async ({ page, portal, context }) => {
    const asked = tokensAskedBy(page);
    const popup = await portal.openWindow();
    await expect(popup.getByRole('button', { name: /Continue as/ }).first()).toBeVisible();
    const name = await popup.evaluate(() => window.name);
    const stranger = await context.newPage();
    await context.route('https://stranger.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>stranger</title>' }),
    );
    await stranger.goto('https://stranger.example/');
    const [opened] = await Promise.all([
      stranger.waitForEvent('popup'),
      stranger.evaluate(([address, target]) => void window.open(address, target), [
        `${appOrigin}/link/callback?code=x&state=y`,
        name === '' ? 'ligature' : name,
      ] as const),
    ]);

    await expect(opened.getByRole('alert')).toHaveAttribute('data-failure', 'no-sign-in-pending');
    expect(popup.url()).toContain(tenantOrigin);
    expect(asked).toEqual([]);
    await google.prove(popup);
    await finish(portal, google);
  },
);
