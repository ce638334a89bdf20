import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { appOrigin, tenantOrigin } from '../testing/addresses.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { Console, expect, test } from '../staging/console.ts';
import { matrix } from '../testing/matrix.ts';

test.afterAll(() => localTenant.reset());

test(
  'the checks name first, as a failure and in the tenant’s words, that it takes nobody without an organization',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    await localTenant.changeClient({ organization_usage: 'require' });
    const console = new Console(page);
    await console.runChecks();

    const [first] = await console.found();
    expect(first).toBe('application-requests');
    const item = console.check('application-requests');
    await expect(item).toHaveAttribute('data-status', 'failure');
    await expect(item).toContainText('“parameter organization is required for this client”');
    await expect(item).toContainText('organization_usage: allow');
  },
);

test('an invitation goes to the tenant, and is kept nowhere', matrix, async ({ page, portal }) => {
  await portal.open();
  await localTenant.changeClient({ organization_usage: 'require' });
  const invitation = 'tickettickettickettickettickettt';
  const invited = new URLSearchParams({
    invitation,
    organization: 'acme',
    organization_name: 'Acme & Söhne',
  });
  const told: string[] = [];
  page.on('request', (request) => {
    const carried = [request.url(), request.postData() ?? '', ...Object.values(request.headers())];
    if (carried.join(' ').includes(invitation)) told.push(request.url());
  });
  await page.goto(`/?${invited.toString()}`);
  await portal.signInWith('Acme SSO', 'katherine.johnson@acme.example');
  await expect(page).toHaveURL('/account');

  // The link itself, as it was opened, and the tenant.
  const [opened, asked, ...others] = told.map((address) => new URL(address));
  expect(opened?.origin).toBe(appOrigin);
  expect(`${asked?.origin ?? ''}${asked?.pathname ?? ''}`).toBe(`${tenantOrigin}/authorize`);
  for (const [name, value] of invited) expect(asked?.searchParams.get(name)).toBe(value);
  expect(others).toEqual([]);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      window.history.state,
    ]),
  );
  expect(kept).not.toContain(invitation);
  await page.goto('/staging/trace');
  await expect(page.getByRole('heading', { name: 'Trace', level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain(invitation);

  // Neither is it in the history: whoever goes back finds the start page as it is for everybody.
  const start = await addressesBehind(page);
  expect(start.join(' ')).not.toContain(invitation);
});

test.describe('where the code of a sign-in does not arrive', matrix, () => {
  test.use({ tolerated: /Failed to fetch dynamically imported module|NG0750/ });

  test('an invitation is still there when the page is loaded again', async ({ page, portal }) => {
    const invited = '/?invitation=tickettickettickettickettickettt&organization=acme';
    await page.goto(invited);
    await page.route(/chunk-.*\.js$/, (route) => route.abort());
    await control(page, 'sign-in').click();
    await expect(portal.alert).toHaveAttribute('data-failure', 'code-missing');
    await page.unroute(/chunk-.*\.js$/);
    await control(page, 'load-again').click();

    await expect(portal.alert).toBeHidden();
    await expect(page).toHaveURL(invited);
  });
});

/** Every address to which the browser's own history leads back. */
async function addressesBehind(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');

  return entries.map(({ url }) => url).filter((url) => !url.startsWith(tenantOrigin));
}
