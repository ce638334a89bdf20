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
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { charles } from '../testing/people.ts';
import { Console, expect, test } from './console.ts';
import { everybody } from './everybody.ts';

const run = promisify(execFile);

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
  await expect(console.drill('link-google-oauth2')).toContainText('Links the two accounts');
  await console.runDrill('link-google-oauth2');

  const drill = console.drill('link-google-oauth2');
  await expect(drill).toHaveAttribute('data-status', 'passed');
  await expect(control(page, 'run-drill', 'link-google-oauth2')).toBeFocused();
  await expect(drill).toContainText('Yes: No setting of either account is lost.');
  await expect(drill).toContainText('Yes: All accounts of the tenant are as they were found.');
  await control(drill, 'unfold-drill').click();
  const kept = drill.getByRole('table', { name: 'first account' }).getByRole('row');
  await expect(kept.filter({ hasText: 'drill_newsletter' })).toContainText('changed');
  await expect(page.getByRole('status')).toHaveText(/^\s*1 of \d+ drills run\.\s*$/);
  expect(await everybody()).toEqual(before);
  await expectAccessible();
  await portal.expectSignedInAs(charles.name);

  // The drill has ended the tenant's session, and no check takes that for a mistake.
  await control(page, 'nav-checks').click();
  await control(page, 'run-all-checks').click();
  await console.checksHaveEnded();
  expect(await console.found()).toEqual([]);
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
    await control(drill, 'unfold-drill').click();
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
    await expect(drill).toContainText('continued in the same tab instead');
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
    const people = [JSON.stringify(await localTenant.users())];
    // Read before the page has it: a browser forgets an answer as soon as the page that asked is left.
    await page.context().route('**/_tenant/api/users', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      const response = await route.fetch();
      people.push(await response.text());

      return route.fulfill({ response });
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
    expect(json).toContain('sms|<ID');
    const known = people
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
  expect(readFileSync(join(out, 'drills-report.html'), 'utf8')).toContain('Cancel halfway');
  expect(readFileSync(join(out, 'drills-report.json'), 'utf8')).toContain('"passed"');

  const file = join(out, 'config.json');
  const config = JSON.parse(readFileSync('public/config.json', 'utf8')) as { tenant: object };
  writeFileSync(
    file,
    JSON.stringify({ ...config, tenant: { ...config.tenant, environment: 'production' } }),
  );
  await expect(command(`--config=${file}`)).rejects.toThrow(/one of production/);
});
