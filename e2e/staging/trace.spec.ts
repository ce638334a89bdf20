import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { begin, kindOf } from '../testing/kinds.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import type { Portal } from '../testing/portal.ts';
import { Console, expect, test } from './console.ts';

/** Everything secret that the browser has been given while this looked on. */
async function collectSecrets(page: Page): Promise<Set<string>> {
  const secrets = new Set<string>();
  page.context().on('request', (request) => {
    const { searchParams } = new URL(request.url());
    for (const name of ['code', 'state', 'nonce', 'code_challenge']) {
      secrets.add(searchParams.get(name) ?? '');
    }
    const fields = new URLSearchParams(request.postData() ?? '');
    for (const name of ['code', 'code_verifier', 'refresh_token']) {
      secrets.add(fields.get(name) ?? '');
    }
  });
  await page.context().route('**/oauth/token', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Record<string, unknown>;
    for (const name of ['access_token', 'id_token', 'refresh_token']) {
      const value = body[name];
      if (typeof value === 'string') value.split('.').forEach((part) => secrets.add(part));
    }
    await route.fulfill({ response });
  });

  return secrets;
}

async function linkGoogle(page: Page, portal: Portal): Promise<void> {
  await portal.openSignedIn(ada);
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
}

/** What this tab keeps of the trace, as a program finds it. */
const keptOfTrace = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Object.entries(sessionStorage)
      .filter(([name]) => name.startsWith('ligature.trace.'))
      .map(([, value]) => String(value)),
  );

test.afterAll(() => localTenant.reset());

test('the trace tells a whole link, step by step, without a word about who it was', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const console = new Console(page);
  await linkGoogle(page, portal);
  await console.openTrace();
  await expect(console.events.first()).toBeVisible();

  await control(page, 'choose-flow').selectOption({ index: 2 });
  await control(page, 'search-trace').fill('idle');
  await expect(console.events.first()).toContainText('link: idle → signingIn');
  await control(page, 'search-trace').fill('plan');
  await expect(console.events.filter({ hasText: 'plan: offered' })).toHaveCount(1);
  await control(page, 'search-trace').fill('request');
  // Both accounts are read for the review, and again right before the link; the second one once more beside the write.
  await expect(
    console.events.filter({ hasText: /GET \/api\/v2\/users\/\{id\} → 200\d+ ms, \d+ left/ }),
  ).toHaveCount(5);
  await expect(
    console.events.filter({ hasText: /POST \/api\/v2\/users\/\{id\}\/identities → 201/ }),
  ).toHaveCount(1);
  await control(page, 'search-trace').fill('claims second');
  await expect(page.getByText(/\b1 of \d+ events/)).toBeVisible();
  await console.events.first().getByRole('button').click();
  const detail = page.locator('app-trace-detail');
  await expect(detail).toContainText('email_verified');
  await expect(detail).toContainText('google-oauth2|<ID 2>');
  await expect(page.locator('main')).not.toContainText(ada.email);
  await expectAccessible();

  await control(page, 'reveal').getByRole('switch').click();
  await expect(detail).toContainText(ada.googleId);
  await expect(detail).toContainText(ada.email);
});

test(
  'a request can be copied as curl, without the token',
  matrix,
  async ({ page, portal, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const console = new Console(page);
    await linkGoogle(page, portal);
    await console.openTrace();
    await console.openEvent('POST identities');
    await control(page, 'copy-curl').click();
    await expect(page.getByText('Copied, without the token.')).toBeVisible();
    const command = await page.evaluate(() => navigator.clipboard.readText());

    expect(command).toContain('/api/v2/users/$ID/identities');
    expect(command).toContain('Bearer $ACCESS_TOKEN');
    expect(command).not.toMatch(/eyJ|auth0\|/);
    await expect(page.getByText('Give these variables their values')).toBeVisible();
  },
);

test(
  'the support bundle holds what happened, and no token, code, email address, phone number or ID',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    const secrets = await collectSecrets(page);
    await linkGoogle(page, portal);
    await control(page, 'nav-staging').click();
    await console.checksHaveEnded();
    await control(page, 'nav-trace').click();
    await control(page, 'reveal').getByRole('switch').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      control(page, 'download-bundle').click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    const bundle = JSON.parse(text) as Record<string, unknown[]>;

    expect(download.suggestedFilename()).toMatch(/^ligature-support-.*\.json$/);
    expect(Object.keys(bundle)).toEqual(
      expect.arrayContaining(['versions', 'browser', 'configuration', 'checks', 'flows', 'trace']),
    );
    expect(bundle['trace']?.length).toBeGreaterThan(30);
    expect(bundle['checks']?.length).toBeGreaterThan(30);
    expect(text).toContain('google-oauth2|<ID 2>');

    const known = [...secrets].filter((secret) => secret.length >= 10);
    expect(known.length).toBeGreaterThan(15);
    for (const secret of known) expect(text).not.toContain(secret);
    const ids = [ada.userId, ada.googleId].flatMap((id) => [id, id.slice(id.indexOf('|') + 1)]);
    for (const id of ids) expect(text).not.toContain(id);
    expect(text).not.toContain(ada.email);
    expect(text).not.toContain(ada.name);
    expect(text).not.toMatch(/eyJ/);
    expect(text).not.toMatch(/[\w.]+@[\w.]+/);
    expect(text).not.toMatch(/\+\d{7}/);
  },
);

test(
  'the trace goes on after a reload in the middle of a link, and nobody can read what is kept',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    await portal.openSignedIn(ada);
    await portal.proveGoogle(ada.email);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    const kept = await keptOfTrace(page);
    expect(kept).not.toEqual([]);
    expect(kept.join()).not.toMatch(/[@|{}]|identities|reviewing/);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Link Google' })).toBeVisible();
    await console.openTrace();

    await console.tells('link: reading → reviewing');
    await console.tells('Page loaded: /callback');
    await console.tells('Page loaded again: /account/link/google-oauth2');
    // Whoever it was before the reload, it is the same number after it.
    await control(page, 'search-trace').fill('claims first');
    await expect(console.events).toHaveCount(2);
    for (const event of [console.events.first(), console.events.last()]) {
      await event.getByRole('button').click();
      await expect(page.locator('app-trace-detail')).toContainText('auth0|<ID 1>');
    }
    await control(page, 'clear-trace').click();
    await expect(page.getByText('0 of 0 events')).toBeVisible();
    expect(await keptOfTrace(page)).toEqual([]);
  },
);

test(
  'a link by the full page is one flow, from the page that is left to the page that comes back',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    const kind = kindOf('google-oauth2');
    await begin(portal, kind, 'redirect');
    await control(page, 'prove-account').click();
    await kind.prove(page);
    await portal.confirmLink();
    await expect(page.getByRole('status')).toContainText('Linked');
    await console.openTrace();
    await expect(control(page, 'choose-flow').getByRole('option')).toHaveText([
      'All',
      /^\s*Sign-in 1/,
      // The address of the link was opened by somebody who had signed in.
      /^\s*Page load 2/,
      /^\s*Link 3/,
      // The console opens with its checks.
      /^\s*Checks 4/,
    ]);
    await control(page, 'choose-flow').selectOption({ index: 3 });

    await console.tells('second account: opened (redirect, google-oauth2)');
    await console.tells('Page loaded: /link/callback');
    await console.tells('second account: returned (redirect, google-oauth2)');
    await console.tells('POST /api/v2/users/{id}/identities → 201');
    await control(page, 'choose-flow').selectOption({ index: 1 });
    await console.tells('first account: opened (redirect)');
    await console.tells('Page loaded: /callback');
  },
);

test('whoever signs out leaves nothing of the trace', matrix, async ({ page, portal }) => {
  const console = new Console(page);
  await linkGoogle(page, portal);
  await portal.signOut();
  await console.openTrace();

  await console.tells('Page loaded: /');
  for (const words of ['claims', 'reviewing', 'identities', 'signedIn']) {
    await control(page, 'search-trace').fill(words);
    await expect(page.getByText(/\b0 of \d+ events/)).toBeVisible();
  }
});

test(
  'the trace ends with the page where the browser keeps nothing',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await portal.open();
    await console.openTrace();
    await console.tells('Page loaded: /');
    await page.reload();
    await console.tells('Page loaded again: /staging/trace');
    await control(page, 'search-trace').fill('Page loaded');

    await expect(page.getByText(/\b1 of \d+ events/)).toBeVisible();
    expect(await keptOfTrace(page)).toEqual([]);
  },
);

test(
  'ten thousand events are shown as few, and searched as many',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    // The browser tells the trace of requests that it has made; here it has made a great many.
    await page.addInitScript((origin) => {
      const entries = Array.from({ length: 10_000 }, (_, index) =>
        Object.defineProperties(Object.create(PerformanceResourceTiming.prototype) as object, {
          name: { value: `${origin}/oauth/token` },
          duration: { value: index },
          responseStatus: { value: 200 },
        }),
      );
      class ManyRequests {
        readonly #tell: (list: object) => void;

        constructor(tell: (list: object) => void) {
          this.#tell = tell;
        }

        observe(): void {
          this.#tell({ getEntries: () => entries });
        }
      }
      Object.assign(window, { PerformanceObserver: ManyRequests });
    }, tenantOrigin);
    await portal.open();
    await control(page, 'nav-staging').click();
    await console.checksHaveEnded();
    await console.openTrace();
    await expect(page.getByText('10000 of 10000 events')).toBeVisible();
    await expect(console.events.first()).toBeVisible();
    expect(await console.events.count()).toBeLessThan(60);

    await page.locator('cdk-virtual-scroll-viewport').evaluate((viewport) => {
      viewport.scrollTo({ top: 0 });
    });
    await expect(console.events.first()).toBeVisible();
    expect(await console.events.count()).toBeLessThan(60);

    const search = control(page, 'search-trace');
    await search.pressSequentially('oauth 200');
    await expect(page.getByText(/9\d{3} of 10000 events/)).toBeVisible();
    await search.fill('nothing like it');
    await expect(page.getByText('0 of 10000 events')).toBeVisible();
  },
);

test('flows are folded, errors can be seen alone, and an event has an address of its own', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const console = new Console(page);
  await linkGoogle(page, portal);
  await console.openTrace();
  // The link is what one came for; the console's own checks are folded.
  const checks = page.locator('[data-flow-kind="checks"]').getByRole('button');
  await expect(checks).toHaveAttribute('aria-expanded', 'false');
  await expect(console.events.last()).toContainText('link: closing → done');
  await expect(console.events.last().locator('time')).toHaveText(/^\+\d+\.\d\d\ss$/);

  await checks.focus();
  await page.keyboard.press('ArrowUp');
  await expect(console.events.last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(console.events.first().getByRole('button')).toBeFocused();
  await expect(control(page, 'follow-trace')).toBeVisible();
  await expectAccessible();
  await control(page, 'follow-trace').click();
  await expect(control(page, 'follow-trace')).toHaveCount(0);
  await expect(checks).toBeFocused();

  await control(page, 'show-errors-only').getByRole('switch').click();
  // What checks ask of the tenant is meant to be refused, and is no error.
  await expect(page.getByText(/^\s*0 of \d+ events\s*$/)).toBeVisible();
  await control(page, 'show-errors-only').getByRole('switch').click();

  await control(page, 'search-trace').fill('POST identities');
  await console.events.first().getByRole('button').click();
  await expect(page).toHaveURL(/\/staging\/trace#event-\d+$/);
  await page.reload();
  await expect(page.locator('app-trace-detail')).toContainText('/identities → 201');
  await expect(page.locator('[data-event] [aria-pressed="true"]')).toBeInViewport();
});
