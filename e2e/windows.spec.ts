import { appOrigin, tenantOrigin } from './addresses.ts';
import { localTenant, methodsOf } from './local-tenant.ts';
import { ada } from './people.ts';
import { expect, test } from './test.ts';

test.beforeEach(async ({ portal }) => {
  await portal.open();
  await portal.signIn(ada);
  await portal.startLinking('Google');
});

test('a window that a provider cuts off is not known, and the full page does it (REL-03)', async ({
  page,
  portal,
  context,
}) => {
  await context.route('**/authorize?*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'cross-origin-opener-policy': 'same-origin' };
    await route.fulfill({ response, headers });
  });
  const popup = await portal.openWindow('Google');
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signInUnknown');
  await popup.close();
  await expect(portal.alert).toHaveAttribute('data-failure', 'popup-closed', { timeout: 15_000 });
  await context.unroute('**/authorize?*');
  await page.getByRole('button', { name: 'Use full page instead' }).click();
  await page.waitForURL(`${tenantOrigin}/**`);
  await page.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await portal.confirmLink();

  await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
});

test('a window that never returns ends after five minutes, and is closed (REL-04)', async ({
  page,
  portal,
}) => {
  await page.clock.install();
  const popup = await portal.openWindow('Google');
  await expect(popup.getByRole('button', { name: /Continue as/ }).first()).toBeVisible();
  const closed = popup.waitForEvent('close');
  await page.clock.fastForward(301_000);

  await expect(portal.alert).toHaveAttribute('data-failure', 'timed-out');
  await closed;
});

test('a forged answer is ignored, and the real one still counts (SEC-22, SEC-23)', async ({
  page,
  portal,
  context,
}) => {
  const popup = await portal.openWindow('Google');
  const forge = (target: string): string =>
    `(${target}).postMessage({ type: 'authorization_response', response: { code: 'x', state: 'y' } }, '*')`;
  await page.evaluate(forge('window'));
  const stranger = await context.newPage();
  await context.route('https://stranger.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>stranger</title>' }),
  );
  await stranger.goto('https://stranger.example/');
  await stranger.evaluate(forge(`window.open('${appOrigin}/')`));
  const [another] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((address) => void window.open(address), `${tenantOrigin}/.well-known/jwks.json`),
  ]);
  await another.evaluate(forge('window.opener'));
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
});

test('an answer with another state is refused, and the wizard can begin again (SEC-03)', async ({
  page,
  portal,
  context,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await context.route('**/provider/**/continue*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const body = (await response.text()).replace(/"state":"[^"]+"/, '"state":"altered"');
    await route.fulfill({ response, body });
  });
  const popup = await portal.openWindow('Google');
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

  await expect(portal.alert).toHaveAttribute('data-failure', 'sign-in-failed');
  expect(asked.filter((url) => url.includes('/oauth/token'))).toEqual([]);
  await context.unroute('**/provider/**/continue*');
  await page.getByRole('button', { name: 'Try again' }).click();
  const again = await portal.openWindow('Google');
  await again.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
});

test('a page that is loaded again closes its window, links nothing, and can begin again (REL-06)', async ({
  page,
  portal,
}) => {
  const popup = await portal.openWindow('Google');
  await Promise.all([popup.waitForEvent('close'), page.reload()]);

  await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
  await portal.openWindow('Google');
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
});
