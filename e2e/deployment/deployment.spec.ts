import type { Route } from '@playwright/test';

import { control } from '../testing/control.ts';
import { appOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { expect, test } from '../testing/test.ts';

test('the page comes with the headers of production (SEC-25)', async ({ page }) => {
  const response = await page.goto('/');
  const headers = response?.headers() ?? {};
  const policy = headers['content-security-policy'] ?? '';

  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-');
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('the page cannot be framed (SEC-26)', async ({ page }) => {
  await page.route('https://elsewhere.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="${appOrigin}/" title="framed"></iframe>`,
    }),
  );
  await page.goto('https://elsewhere.example/');
  const framed = page.frameLocator('iframe');

  await expect(control(framed, 'sign-in')).toHaveCount(0);
});

test('a script cannot write markup into the page (SEC-28)', async ({ page }) => {
  await page.goto('/');
  const refused = await page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>x</b>';

      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });

  expect(refused).toBe(true);
});

test(
  'a login token in the address of the page is not passed on (SEC-39)',
  matrix,
  async ({ page }) => {
    await page.goto('/?session_transfer_token=abc');
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.url().includes('/authorize')),
      control(page, 'sign-in').click(),
    ]);

    expect(request.url()).not.toContain('session_transfer_token');
  },
);

test('a broken configuration names the path of each mistake and starts nothing else', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        tenant: { domain: 'http://evil.example', clientId: 7, audience: 'https://x/api/v2/' },
        connections: [{ name: 'google-oauth2', strategy: 'google-oauth2' }],
        colour: 'red',
      },
    }),
  );
  await portal.open();

  await expect(
    page.getByRole('heading', { name: "This site isn't set up correctly" }),
  ).toBeVisible();
  const problems = page.getByRole('listitem');
  await expect(problems.filter({ hasText: 'tenant.domain' })).toBeVisible();
  await expect(problems.filter({ hasText: 'tenant.clientId' })).toBeVisible();
  await expect(problems.filter({ hasText: 'connections.0.label' })).toBeVisible();
  await expect(problems.filter({ hasText: 'colour' })).toBeVisible();
  await expect(control(page, 'sign-in')).toHaveCount(0);
  await expectAccessible();
});

test('a configuration that is not JSON is said to be that', matrix, async ({ page, portal }) => {
  await page.route('**/config.json', (route) => route.fulfill({ body: '{ "tenant": ' }));
  await portal.open();

  await expect(page.getByRole('listitem')).toContainText('JSON');
});

test.describe('a configuration that does not arrive', matrix, () => {
  // The policy of the page stops the redirect, and the browser says so.
  test.use({ tolerated: /elsewhere\.example/ });

  test('has its sentence for each way, and a reload helps where it passes', async ({
    page,
    portal,
    expectAccessible,
  }) => {
    const failed = (code: string) => page.locator(`[data-failure="${code}"]`);
    const answering = (answer: (route: Route) => Promise<void>) =>
      page.route('**/config.json', answer);

    await answering((route) =>
      route.fulfill({ status: 302, headers: { location: 'https://elsewhere.example/c.json' } }),
    );
    await portal.open();
    await expect(failed('config-redirected')).toContainText('another host');

    await answering((route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Portal</title>' }),
    );
    await portal.open();
    await expect(failed('config-is-a-page')).toContainText('A web page comes');

    await answering((route) => route.abort('connectionreset'));
    await portal.open();
    await expect(failed('config-unreachable')).toContainText('broke off');
    await expectAccessible();

    await page.unroute('**/config.json');
    await control(page, 'load-again').click();
    await expect(control(page, 'sign-in')).toBeVisible();
  });

  test('is given up after ten seconds', async ({ page, portal }) => {
    await page.clock.install();
    const asked = page.waitForRequest('**/config.json');
    await page.route('**/config.json', () => new Promise(() => undefined));
    await portal.open();
    await asked;
    await page.clock.fastForward(10_000);

    await expect(page.locator('[data-failure="config-timed-out"]')).toContainText('ten seconds');
    await expect(control(page, 'load-again')).toBeVisible();
  });
});
