import { control } from '../testing/control.ts';
import { clientOrigin, clientTenantOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { openLock, typePassword, usePortalWithLock } from './lock-portal.ts';
import { ada, grace } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

usePortalWithLock();

test.use({ baseURL: clientOrigin });

const connection = 'Username-Password-Authentication';

test('Lock tells a wrong password, and goes on', matrix, async ({ page, portal }) => {
  const lock = await openLock(portal, connection);
  await typePassword(lock, { ...grace, password: 'wrong' });
  await expect(lock.getByText('Wrong email or password.')).toBeVisible();
  await typePassword(lock, grace);

  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
});

test(
  'Lock cannot make the account that is in use a second one (SEC-11)',
  matrix,
  async ({ portal }) => {
    const lock = await openLock(portal, connection);
    await typePassword(lock, ada);

    await expect(portal.alert).toHaveAttribute('data-failure', 'same-account');
  },
);

test(
  'Lock leaves nothing of a sign-in in the browser, nor in an address (SEC-36)',
  matrix,
  async ({ page, portal, context }) => {
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));
    const lock = await openLock(portal, connection);
    await typePassword(lock, grace);
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();

    const kept = await page.evaluate(() =>
      [...Object.entries(sessionStorage), ...Object.entries(localStorage)]
        .flat()
        .map(String)
        .concat(document.cookie),
    );
    // Compared as booleans, so that a failure prints nothing of what was found.
    const holds = (texts: readonly string[], secret: RegExp): boolean =>
      texts.some((text) => secret.test(text));
    expect(holds(kept, /eyJ[\w-]+\.[\w-]+\.|grace|co(%2F|\/)verifier|com\.auth0/)).toBe(false);
    expect(holds(addresses, /eyJ[\w-]+\.[\w-]+\.|[?&#](id_token|access_token)=|grace/)).toBe(false);
  },
);

test('Lock’s page keeps no request in its address', matrix, async ({ portal }) => {
  const lock = await openLock(portal, connection);
  await lock.getByPlaceholder('your password').waitFor();

  expect(lock.url()).toBe(`${clientOrigin}/lock`);
});

test(
  'Lock is not shown to whoever opens its address without having asked',
  matrix,
  async ({ page }) => {
    await page.goto('/lock');
    await expect(page).toHaveURL('/');
    await page.goto('/lock#connection=google-oauth2&state=x');
    await expect(page).toHaveURL('/');
  },
);

test(
  'Lock’s page that does not start says so, and goes on when it is loaded again',
  matrix,
  async ({ context, portal }) => {
    await portal.openSignedIn(ada, clientTenantOrigin);
    await context.route(/main-.*\.js$/, (route) => route.abort());
    const lock = await portal.openWindow(connection);
    const again = control(lock, 'load-again');
    await expect(again).toBeVisible();

    await context.unroute(/main-.*\.js$/);
    await again.click();
    await expect(lock.getByPlaceholder('your password')).toBeVisible();
  },
);

test('Lock’s page can only be what it is for (SEC-25)', async ({ page }) => {
  const response = await page.request.get('/lock');
  const policy = response.headers()['content-security-policy'] ?? '';

  expect(policy).toContain(`script-src 'self' ${clientTenantOrigin}/client/ligature-spa.js;`);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-');
});
