import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

import type { Action } from '../../src/app/actions/action.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { changeTenant } from '../testing/app-config.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, charles } from '../testing/people.ts';
import { Portal, submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { Console, expect, test } from './console.ts';

const run = promisify(execFile);

/** Everybody, without what every sign-in changes. */
async function everybody(): Promise<readonly (readonly unknown[])[]> {
  return (await localTenant.users())
    .toSorted((one, other) => one.user_id.localeCompare(other.user_id))
    .map((user) => [user.user_id, methodsOf(user), user.user_metadata ?? {}]);
}

/** The settings of one of them. */
const settingsIn = (everyone: Awaited<ReturnType<typeof everybody>>, userId: string): unknown =>
  everyone.find(([id]) => id === userId)?.[2];

async function download(page: Page, action: Action): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), control(page, action).click()]);

  return readFileSync(await file.path(), 'utf8');
}

/** What goes through many sign-ins takes longer than a test usually may, on a machine that is busy. */
test.describe.configure({ timeout: 90_000 });

test.beforeEach(({ portal }) => portal.open());

test.afterAll(() => localTenant.reset());

test('a drill is run on people of its own, is judged by their accounts, and leaves nothing behind', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const console = new Console(page);
  // Whoever is signed in here stays who they are; a drill signs in as somebody else, elsewhere.
  await portal.signIn(charles);
  // Settings that somebody got later are not where a snapshot puts them, and are the same all the same.
  await localTenant.change(charles.userId, { user_metadata: { theme: 'dark' } });
  const before = await everybody();
  await control(page, 'nav-staging').click();
  await control(page, 'nav-drills').click();
  await expect(console.drill('link-google-oauth2')).toContainText('Joins the two accounts');
  await console.runDrill('link-google-oauth2');

  const drill = console.drill('link-google-oauth2');
  await expect(drill).toHaveAttribute('data-status', 'passed');
  await expect(control(page, 'run-drill', 'link-google-oauth2')).toBeFocused();
  await expect(drill).toContainText('Yes: No setting of either account is lost.');
  await expect(drill).toContainText('Yes: All accounts of the tenant are as they were found.');
  await drill.getByText('Steps and evidence').click();
  const kept = drill.getByRole('table', { name: 'first account' }).getByRole('row');
  await expect(kept.filter({ hasText: 'drill_newsletter' })).toContainText('changed');
  await expect(page.getByRole('status')).toHaveText(/^\s*1 of \d+ drills run\.\s*$/);
  expect(await everybody()).toEqual(before);
  await expectAccessible();
  await portal.expectSignedInAs(charles.name);
});

test(
  'a drill fails where the application cannot keep its promise, and puts everything back',
  matrix,
  async ({ page }) => {
    const console = new Console(page);
    const link = { method: 'POST', path: '/api/v2/users/*/identities' };
    await localTenant.fault({ match: link, when: 'before', then: { status: 403 } });
    const before = await everybody();
    await console.openDrills();
    await console.runDrill('swap');

    const drill = console.drill('swap');
    await expect(drill).toHaveAttribute('data-status', 'failed');
    await expect(drill).toContainText('Did not happen: The page shows: done.');
    await drill.getByText('Steps and evidence').click();
    await expect(drill.getByRole('definition').filter({ hasText: 'forbidden' })).toBeVisible();
    expect(await everybody()).toEqual(before);

    await localTenant.behave();
    await control(page, 'run-failed-drills').click();
    await expect(drill).toHaveAttribute('data-status', 'passed', { timeout: 60_000 });
  },
);

test(
  'a fault of the tenant is brought about for its drill, and is gone afterwards',
  matrix,
  async ({ page }) => {
    const console = new Console(page);
    await console.openDrills();
    await console.runDrill('link-answer-lost');

    const drill = console.drill('link-answer-lost');
    await expect(drill).toHaveAttribute('data-status', 'passed');
    await expect(drill).toContainText('Yes: The fault has happened.');
    expect(await localTenant.faults()).toEqual([]);
  },
);

test(
  'where the browser blocks its windows, a drill takes the full page, and says so',
  matrix,
  async ({ page, context }) => {
    await context.addInitScript(() => {
      const open = window.open.bind(window);
      // The drill's own window is opened by a click, and what it opens is not.
      window.open = (address, name, features) =>
        name?.startsWith('ligature-drill-') === true ? open(address, name, features) : null;
    });
    const console = new Console(page);
    await console.openDrills();
    await console.runDrill('expired-sign-in');

    const drill = console.drill('expired-sign-in');
    await expect(drill).toHaveAttribute('data-status', 'passed');
    await expect(drill).toContainText('the full page was used instead');
  },
);

test('every fault that the tenant can be made to have is drilled', async ({ page }) => {
  await new Console(page).openDrills();
  const drilled = await page
    .getByRole('region', { name: 'Faults of the tenant and the network' })
    .locator('[data-drill]')
    .evaluateAll((drills) => drills.map((drill) => drill.getAttribute('data-drill')));

  expect(drilled.toSorted()).toEqual((await localTenant.faultPresets()).toSorted());
});

test('a run can be stopped, and what was begun is put back', matrix, async ({ page }) => {
  const console = new Console(page);
  const before = await everybody();
  await console.openDrills();
  await control(page, 'run-all-drills').click();
  await expect(page.getByText(/Drills are running/)).toBeVisible();
  await expect(control(page, 'stop-drills')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(control(page, 'run-all-drills')).toBeFocused();

  await expect(page.locator('[data-drill][data-status="stopped"]')).toHaveCount(1);
  await expect(page.getByText(/^\s*0 of \d+ drills run\.\s*$/)).toBeVisible();
  await expect(page.locator('[data-drill][data-status="notRun"]').first()).toBeVisible();
  expect(await everybody()).toEqual(before);
});

test(
  'the report tells what was seen, and no e-mail, phone number, id or token',
  matrix,
  async ({ page }) => {
    const console = new Console(page);
    // Whoever the tenant has, and whom the drill makes there and takes away again.
    const people: Promise<string>[] = [localTenant.users().then((users) => JSON.stringify(users))];
    page.context().on('response', (response) => {
      const isMade = response.request().method() === 'POST';
      if (isMade && response.url().endsWith('/_tenant/api/users')) people.push(response.text());
    });
    await console.openDrills();
    await console.runDrill('link-sms');
    await expect(console.drill('link-sms')).toHaveAttribute('data-status', 'passed');
    const json = await download(page, 'download-report-data');
    const html = await download(page, 'download-report');

    const report = JSON.parse(json) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['at', 'versions', 'browser', 'configuration', 'counts', 'drills']),
    );
    expect(report).toMatchObject({ environment: 'local', tenant: new URL(tenantOrigin).host });
    expect(html).toMatch(/\d+ drills: 1 passed, 0 failed, \d+ not run/);
    expect(html).toContain('Link and unlink: Phone number');
    expect(html).toContain('No setting of either account is lost.');
    expect(html).not.toContain('<script');
    expect(json).toContain('sms|<id');
    const known = (await Promise.all(people))
      .flatMap((text) => [...text.matchAll(/"(?:user_id|email|phone_number)":"([^"]{6,})"/g)])
      .map(([, secret = '']) => secret);
    expect(people).toHaveLength(3);
    for (const text of [json, html]) {
      for (const secret of known) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/eyJ[\w-]{10}|[\w.+-]+@[\w-]+\.\w|\+1555/);
    }
  },
);

test(
  'a person goes through a drill with accounts of theirs, which are put back',
  matrix,
  async ({ page, expectAccessible }) => {
    const console = new Console(page);
    const before = await everybody();
    await console.openDrills();
    const drill = console.drill('link-google-oauth2');
    await control(page, 'guide-drill', 'link-google-oauth2').click();
    const guide = page.locator('app-drill-guide');
    const start = control(guide, 'start-drill');
    await expect(start).toBeDisabled();
    await expect(control(guide, 'prove-part', 'first')).toBeDisabled();
    const google = await console.popupBy('prove-part', 'second');
    await google.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await expect(guide).toContainText(ada.email);
    await expect(control(guide, 'prove-part', 'first')).toBeFocused();
    await submitPassword(await console.popupBy('prove-part', 'first'), ada);
    await expect(start).toBeFocused();
    await expectAccessible();

    const portal = new Portal(await console.popupBy('start-drill'));
    // The account that was proven last is the tenant's own session, so nobody is asked again.
    await control(portal.page, 'sign-in').click();
    await portal.proveGoogle(ada.email);
    await openSettings(portal.page);
    await control(portal.page, 'keep-account', 'keepFirst').check();
    await portal.confirmLink();
    await expect(portal.page.getByRole('status')).toContainText('Linked');
    await control(portal.page, 'go-to-account').click();
    await control(portal.page, 'review-unlink', 'google-oauth2').click();
    await control(portal.page, 'unlink').click();
    await expect(portal.page.getByRole('status')).toContainText('Unlinked Google');
    await expect(guide.getByRole('heading')).toBeFocused();
    await control(guide, 'end-drill').click();

    await expect(drill).toHaveAttribute('data-status', 'passed');
    await expect(control(page, 'guide-drill', 'link-google-oauth2')).toBeFocused();
    await expect(drill).toContainText('Yes: The second account is as it was found.');
    expect(await everybody()).toEqual(before);
  },
);

test(
  'what is left of a drill whose tab was closed is found, and removed when somebody says so',
  matrix,
  async ({ page, context, expectAccessible }) => {
    const before = await everybody();
    const closed = new Console(page);
    await closed.openDrills();
    const guide = page.locator('app-drill-guide');
    await control(page, 'guide-drill', 'link-google-oauth2').click();
    const google = await closed.popupBy('prove-part', 'second');
    await google.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await submitPassword(await closed.popupBy('prove-part', 'first'), ada);
    await closed.popupBy('start-drill');
    await expect(control(guide, 'end-drill')).toBeVisible();
    await page.close();
    const left = (await localTenant.user(ada.userId))?.user_metadata;
    expect(left).toHaveProperty('drill_theme');
    await localTenant.change(ada.userId, { user_metadata: { ...left, drill_press: 'Bosch' } });

    const tab = await context.newPage();
    const portal = new Portal(tab);
    const console = new Console(tab);
    await portal.open();
    // The account that was proven last is the tenant's own session, so nobody is asked again.
    await control(tab, 'sign-in').click();
    await expect(tab.getByRole('banner')).toContainText(ada.name);
    await console.openDrills();
    const offer = tab.getByRole('region', { name: 'A drill has left something in your account' });
    await expect(offer).toContainText('come to its end: drill_theme.');
    await expectAccessible(tab);
    await control(offer, 'remove-leftovers').click();

    await expect(tab.getByText('Removed from your account: drill_theme.')).toBeFocused();
    await expectAccessible(tab);
    const { drill_press: press, ...own } =
      (await localTenant.user(ada.userId))?.user_metadata ?? {};
    expect(press).toBe('Bosch');
    expect(own).toEqual(settingsIn(before, ada.userId));
    await console.openDrills();
    await expect(tab.getByText(/drills run\.\s*$/)).toBeVisible();
    await expect(offer).toHaveCount(0);
  },
);

test(
  'where nothing but the tenant itself can be asked, nothing runs by itself',
  matrix,
  async ({ page }) => {
    await page.route('**/_tenant/api/**', (route) => route.fulfill({ status: 404, body: '' }));
    const console = new Console(page);
    await console.openDrills();

    await expect(control(page, 'guide-drill', 'swap')).toBeEnabled();
    await expect(control(page, 'run-all-drills').or(control(page, 'run-drill'))).toHaveCount(0);
    await expect(
      page.getByRole('region', { name: 'Faults of the tenant and the network' }),
    ).toContainText('Only the local tenant can be made to fail on purpose.');
  },
);

test(
  'on a tenant of production there is no drill to start',
  matrix,
  async ({ page, expectAccessible }) => {
    await changeTenant(page, { environment: 'production' });
    await new Console(page).openDrills();

    await expect(page.getByRole('alert')).toHaveAttribute('data-failure', 'production');
    for (const action of ['run-all-drills', 'run-drill', 'guide-drill'] as const) {
      await expect(control(page, action)).toHaveCount(0);
    }
    await expectAccessible();
  },
);

test('the command runs drills, and refuses on a tenant of production', matrix, async () => {
  const out = mkdtempSync(join(tmpdir(), 'ligature-drills-'));
  const command = (...args: readonly string[]) =>
    run(
      process.execPath,
      ['scripts/drills/main.ts', '--no-build', '--port=4204', '--tenant-port=4404', ...args],
      { cwd: join(import.meta.dirname, '../..') },
    );
  const { stdout } = await command('--only=cancel', `--out=${out}`);
  expect(stdout).toContain('1 passed, 0 failed, 0 inconclusive');
  expect(readFileSync(join(out, 'drills-report.html'), 'utf8')).toContain('Cancel half way');
  expect(readFileSync(join(out, 'drills-report.json'), 'utf8')).toContain('"passed"');

  const file = join(out, 'config.json');
  const config = JSON.parse(readFileSync('public/config.json', 'utf8')) as { tenant: object };
  writeFileSync(
    file,
    JSON.stringify({ ...config, tenant: { ...config.tenant, environment: 'production' } }),
  );
  await expect(command(`--config=${file}`)).rejects.toThrow(/one of production/);
});
