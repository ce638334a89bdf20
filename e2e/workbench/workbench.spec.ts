import { appOrigin, tenantOrigin } from '../testing/addresses.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

const workbench = `${tenantOrigin}/_tenant`;

test.beforeEach(async () => {
  await fetch(`${workbench}/api/reset`, { method: 'POST' });
});

const pages = [
  ['', 'Overview'],
  ['people', 'People'],
  ['inbox', 'Inbox'],
  ['sessions', 'Sessions'],
  ['faults', 'Faults'],
  ['clock', 'Clock'],
  ['requests', 'Requests'],
  ['snapshots', 'Snapshots'],
  ['applications', 'Applications'],
  ['settings', 'Settings'],
] as const;

for (const [path, title] of pages) {
  for (const width of [1280, 390]) {
    test(
      `${title} is accessible and fits, light and dark, ${width} wide`,
      matrixUnless(path === '' && width === 390),
      async ({ page, expectAccessible }) => {
        await page.setViewportSize({ width, height: 844 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.goto(`${workbench}/${path}`);
          await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
          const folded = page.getByRole('main').locator('details:not([open]) > summary');
          // The last first: one that is open is not among those counted any more.
          for (const summary of (await folded.all()).slice(0, 2).reverse()) await summary.click();
          await expectAccessible();
          await expectToFit(page);
        }
      },
    );
  }
}

test('a code appears without a reload, large, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tenantOrigin });
  await page.goto(`${workbench}/inbox`);
  await page.getByLabel('Phone number or email address').fill('+15555550100');
  await page.getByLabel('Code', { exact: true }).fill('246810');
  await page.getByRole('button', { name: 'Set the code' }).click();
  await expect(page.getByRole('list', { name: 'Fixed codes' })).toContainText('246810');

  await fetch(`${tenantOrigin}/passwordless/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: 'ligature-spa',
      connection: 'sms',
      send: 'code',
      phone_number: '+15555550100',
    }),
  });
  const message = page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  await expect(message).toContainText('246810');
  await message.getByRole('button', { name: 'Copy' }).click();
  await expect(message.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('246810');
});

test('a code that came stands beside the form that asks for it, and one press fills it in', async ({
  page,
  expectAccessible,
}) => {
  const request = new URLSearchParams({
    ...{ client_id: 'ligature-spa', redirect_uri: `${appOrigin}/callback`, response_type: 'code' },
    ...{ scope: 'openid', code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' },
    ...{ connection: 'sms', login_hint: '+15555550100' },
  });
  await page.goto(`${tenantOrigin}/authorize?${request.toString()}`);
  await page.getByRole('button', { name: 'Fill in' }).click();
  await expect(page.getByLabel('Code')).toHaveValue(/^\d{6}$/);
  await expectAccessible();
  await expect(page.getByRole('button', { name: 'Verify' })).toBeFocused();
});

test('a fault is turned on with the keyboard, fires in the application, and is in the log', async ({
  page,
  portal,
}) => {
  await portal.openSignedIn(ada);
  await page.goto(`${workbench}/faults`);
  const name = 'Management API: too many requests';
  await page.getByRole('switch', { name }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name })).toBeChecked();
  await expect(page.getByRole('banner')).toContainText('1 fault on');

  await page.goto('/account');
  await expect(portal.alert.or(portal.methods.first())).toBeVisible();
  await page.goto(`${workbench}/requests`);
  const row = page.getByRole('row').filter({ hasText: 'management-429' }).first();
  await expect(row).toContainText('ligature-spa');
  await row.getByText('GET').click();
  await expect(row).toContainText('Global limit has been reached');
});

test('somebody is made up, signs this browser in, and is deleted', matrix, async ({ page }) => {
  await page.goto(`${workbench}/people`);
  await page.getByText('Add a person').click();
  await page.getByLabel('Connection').selectOption('GitHub');
  await page.getByRole('button', { name: 'Fill in for me' }).click();
  const email = await page.getByLabel('Email address').inputValue();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('status').first()).toContainText(`${email} was added.`);

  await page.getByLabel('Search people').fill(email);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('1 account')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in as' }).click();
  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('This browser');

  await page.goto(`${workbench}/people?q=${email}`);
  await page.getByText('More').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.goto(`${workbench}/people?q=${email}`);
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test(
  'the application’s registration is broken and fixed where it stands',
  matrix,
  async ({ page, expectAccessible }) => {
    const address = `${workbench}/applications#application-ligature-spa`;
    await page.goto(address);
    const card = page.getByRole('listitem').filter({ hasText: 'ligature-spa' });
    await expect(card).toBeInViewport();
    const callbacks = card.getByLabel('Allowed Callback URLs');
    const right = await callbacks.inputValue();
    await callbacks.fill('localhost:4200/callback');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(callbacks).toHaveAccessibleDescription(/“localhost:4200\/callback” is not an/);
    await expect(callbacks).toHaveValue('localhost:4200/callback');
    await expect(callbacks).toBeInViewport();
    await expectAccessible();

    await callbacks.fill(right);
    await card.getByLabel('GitHub').uncheck();
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByText('Saved')).toBeInViewport();
    await page.goto(`${workbench}/applications`);
    await expect(callbacks).toHaveValue(right);
    await expect(card.getByLabel('GitHub')).not.toBeChecked();
  },
);

test(
  'a snapshot is saved, and brought back after everything was reset',
  matrix,
  async ({ page }) => {
    await page.goto(`${workbench}/people?q=${ada.userId}`);
    await page.getByRole('button', { name: 'Block', exact: false }).first().click();
    await page.goto(`${workbench}/snapshots`);
    await page.getByLabel('Name').fill('Ada blocked');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.goto(`${workbench}/`);
    await page.getByRole('button', { name: 'Reset the tenant' }).click();
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await expect(page.getByRole('status').first()).toContainText('Everything was reset');
    await page.goto(`${workbench}/snapshots`);
    await page.getByRole('button', { name: 'Restore Ada blocked' }).click();
    await page.goto(`${workbench}/people?q=${ada.userId}`);
    await expect(page.getByRole('button', { name: 'Unblock Ada Lovelace' })).toBeVisible();
    await page.goto(`${workbench}/snapshots`);
    await page.getByRole('button', { name: 'Delete Ada blocked' }).click();
  },
);

test('the clock moves by hours and back, and every page says so', matrix, async ({ page }) => {
  await page.goto(`${workbench}/clock`);
  await page.getByRole('button', { name: '+1 hour' }).click();
  await page.getByRole('button', { name: '+5 minutes' }).click();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Clock +1 hour 5 minutes' }).click();
  await page.getByRole('button', { name: 'Back to the real time' }).click();
  await expect(page.getByRole('banner')).not.toContainText('Clock');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every page works: forms, links and what is folded', matrix, async ({ page }) => {
    await page.goto(`${workbench}/`);
    await page.getByRole('link', { name: 'Faults', exact: true }).click();
    await page.getByRole('switch', { name: 'Link: already linked elsewhere' }).click();
    await expect(page.getByRole('status')).toContainText('On: Link: already linked elsewhere.');
    await page.getByText('Add a rule').click();
    await page.getByLabel('Status').fill('503');
    await page.getByRole('button', { name: 'Add the rule' }).click();
    await expect(page.getByRole('list', { name: 'Rules' })).toContainText('503');
    await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
  });
});
