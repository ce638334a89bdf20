import { changeTenant } from '../testing/app-config.ts';
import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from './console.ts';

const first = 'Signed in as';
const second = 'Links this account';

test('an admin sees what somebody would see of a link, and nothing is written', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const before = await localTenant.users();
  const written: string[] = [];
  page.on('request', (request) => {
    if (!['GET', 'OPTIONS'].includes(request.method())) written.push(request.url());
  });
  await portal.open();
  await page.goto('/staging/preview');
  await expect(control(page, 'show-preview')).toBeDisabled();
  await control(page, 'choose-person', 'first').selectOption(ada.userId);
  await control(page, 'choose-person', 'second').selectOption(ada.googleId);
  await expect(page.getByRole('heading', { name: `What would ${ada.name} see?` })).toBeVisible();
  await control(page, 'show-preview').click();
  const stage = page.getByRole('region', { name: 'Preview' });
  await expect(stage.getByRole('heading', { level: 1 })).toContainText('Two accounts become one');
  await expect(stage.getByRole('heading', { level: 1 })).toBeFocused();
  await openSettings(page);
  await expect(control(page, 'keep-account', 'keepSecond')).toBeEnabled();
  await expectAccessible();
  await expectToFit(page);

  await control(page, 'change-policy', 'allowSwap').getByRole('switch').click();
  await expect(control(page, 'keep-account', 'keepSecond')).toBeDisabled();
  const proposed = control(page, 'change-policy', 'metadataPresets');
  await expect(proposed).toHaveValue('theme: mine');
  await proposed.clear();
  await proposed.pressSequentially('theme: theirs, tags: hers, foo');
  await expect(page.getByText('Not understood: tags: hers, foo.')).toBeVisible();
  await expect(proposed).toHaveValue('theme: theirs, tags: hers, foo');
  await control(page, 'reset-policy').click();
  await expect(control(page, 'change-policy', 'allowSwap').getByRole('switch')).toBeFocused();
  await expect(proposed).toHaveValue('theme: mine');
  await control(page, 'choose-person', 'second').selectOption(ada.userId);
  await expect(stage.getByRole('alert')).toHaveAttribute('data-failure', 'same-account');

  expect(written).toEqual([]);
  expect(await localTenant.users()).toEqual(before);
});

test(
  'on a phone the actions of a previewed review stay inside it',
  matrix,
  async ({ page, portal }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await portal.open();
    await page.goto('/staging/preview');
    await control(page, 'choose-person', 'first').selectOption(ada.userId);
    await control(page, 'choose-person', 'second').selectOption(ada.googleId);
    await control(page, 'show-preview').click();
    await expect(control(page, 'read-on')).toBeAttached();
    await control(page, 'change-policy', 'allowSwap').getByRole('switch').scrollIntoViewIfNeeded();

    await expect(control(page, 'read-on')).not.toBeInViewport();
  },
);

test('elsewhere than on this machine profiles are pasted', matrix, async ({ page, portal }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await changeTenant(page, { environment: 'production' });
  await portal.open();
  await page.goto('/staging/preview');
  for (const [label, userId] of [
    [first, ada.userId],
    [second, ada.googleId],
  ] as const) {
    const choice = page.locator('app-account-choice').filter({ has: page.getByLabel(label) });
    await choice.getByLabel(label).selectOption({ label: 'Paste a profile…' });
    await choice.getByLabel('Profile as JSON').fill('{}');
    await expect(choice).toContainText('This is not a user yet');
    await choice.getByLabel('Profile as JSON').fill(JSON.stringify(await localTenant.user(userId)));
  }
  await control(page, 'show-preview').click();

  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(ada.email);
  expect(asked.filter((url) => url.includes('/_tenant/'))).toEqual([]);
});

test(
  'where the tenant does not answer this page, the drills and the preview say so and lead to the checks',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await page.route('**/_tenant/api/health', (route) => route.abort());
    await portal.open();
    await page.goto('/staging/drills');
    await expect(page.getByRole('alert')).toContainText('the tenant does not answer this page');
    await expect(control(page, 'guide-drill').or(control(page, 'run-drill'))).toHaveCount(0);
    await expectAccessible();
    await control(page, 'nav-preview').click();
    await expect(page.getByText('No list of accounts')).toBeVisible();
    await expectAccessible();
    await control(page, 'go-to-checks').click();

    await expect(page).toHaveURL('/staging/checks');
  },
);
