import { appOrigin, tenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { deliverConfig } from '../testing/app-config.ts';
import { configure, kindOf } from '../testing/kinds.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy, submitPassword, type Portal } from '../testing/portal.ts';
import { brokenBeforeSignIn, brokenSettings, type BrokenSetting } from './broken-settings.ts';
import { Console, expect, test } from './console.ts';

test.afterAll(async () => {
  await localTenant.reset();
  await localTenant.moveClock(0);
});

async function signedInConsole(portal: Portal): Promise<Console> {
  await portal.openSignedIn(ada);

  return new Console(portal.page);
}

async function expectFound(console: Console, { found, seen, fix }: BrokenSetting): Promise<void> {
  expect([...(await console.found())].sort()).toEqual([...found].sort());
  const item = console.check(found[0] ?? '');
  await expect(item).toContainText(seen);
  await expect(item.getByText('To fix it:').locator('../..')).toContainText(fix);
}

test('a tenant that is set up well has nothing to fix, and what cannot be seen is said', async ({
  page,
  portal,
  expectAccessible,
}) => {
  const console = await signedInConsole(portal);
  await control(page, 'nav-staging').click();
  await expect(page).toHaveURL('/staging/checks');
  const bar = page.getByRole('complementary', { name: 'The tenant that this site works with' });
  await expect(bar).toContainText(/Local.*localhost/);
  await expect(control(bar, 'open-tenant')).toHaveAttribute('href', `${tenantOrigin}/_tenant/`);
  await console.checksHaveEnded();
  await expect(page.getByRole('heading', { name: 'Ready to link', level: 1 })).toBeVisible();
  await expect(page.getByText(/^\d+ passed, 2 to check yourself\.$/)).toBeVisible();

  expect(await console.found()).toEqual([]);
  await expect(console.check('refresh-overlap')).toHaveAttribute('data-status', 'cannotBeSeen');
  await expect(console.check('refresh-overlap')).toContainText('leeway: 10');
  await expect(console.check('popups')).toHaveAttribute('data-status', 'cannotBeSeen');
  await expectAccessible();
  await portal.expectSignedInAs(ada.name);
});

for (const setting of brokenSettings) {
  test(
    `the checks find that ${setting.what}, and say how to fix it`,
    matrixUnless(setting === brokenSettings[0]),
    async ({ page, portal }) => {
      const console = await signedInConsole(portal);
      await setting.break(page);
      await console.runChecks();

      await expectFound(console, setting);
    },
  );
}

for (const setting of brokenBeforeSignIn) {
  test(
    `the checks find that ${setting.what}, and say how to fix it`,
    matrix,
    async ({ page, portal }) => {
      const console = new Console(page);
      await portal.open();
      await setting.break(page);
      await portal.signIn(ada);
      await control(page, 'nav-staging').click();
      await console.checksHaveEnded();

      await expectFound(console, setting);
    },
  );
}

test(
  'the checks find that the browser keeps nothing for this page, and say how to fix it',
  matrix,
  async ({ page, portal }) => {
    const console = await signedInConsole(portal);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
    });
    await control(page, 'nav-staging').click();
    await console.checksHaveEnded();

    expect(await console.found()).toEqual(['storage']);
    await expect(console.check('storage')).toContainText('keeps nothing for this page');
    await expect(console.check('storage')).toContainText('allow cookies and site data');
  },
);

test(
  'the checks find that Lock could not sign anybody in with a password, and that it can',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    await configure(page, 'lock');
    await portal.openSignedIn(ada);
    await localTenant.changeClient({ cross_origin_authentication: false });
    await console.runChecks();
    expect(await console.found()).toEqual(['embedded']);
    await expect(console.check('embedded')).toContainText('accepts no codes and no passwords');
    await localTenant.changeClient({ cross_origin_authentication: true });
    await console.runChecks();

    expect(await console.found()).toEqual([]);
    await expect(console.check('embedded')).toHaveAttribute('data-status', 'ok');
  },
);

test('one check can be run again when it has been fixed', matrix, async ({ portal }) => {
  const console = await signedInConsole(portal);
  await localTenant.changeClient({ cross_origin_authentication: false });
  await console.runChecks();
  await expect(console.check('embedded')).toHaveAttribute('data-status', 'failure');
  await localTenant.changeClient({ cross_origin_authentication: true });
  await control(console.check('embedded'), 'run-check').click();

  await expect(console.check('embedded')).toHaveAttribute('data-status', 'ok');
  await console.unfold('browser');
  await control(console.check('popups'), 'run-check').click();
  await expect(console.check('popups')).toHaveAttribute('data-status', 'ok');
});

test('what waits for a setting says so, and runs by itself once that is right', async ({
  page,
  portal,
  context,
  expectAccessible,
}) => {
  const console = await signedInConsole(portal);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const callbacks = [`${appOrigin}/callback`, `${appOrigin}/link/callback`];
  await localTenant.changeClient({ callbacks: callbacks.slice(1) });
  await console.runChecks();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Linking won’t work: 1 problem/);
  const callback = console.check('callback');
  await expect(callback).toContainText(/Blocks \d+ checks?/);
  await expectAccessible();
  const waiting = console.check('silent-frame');
  await expect(waiting).toContainText('Blocked by: Callback URL /callback is not allowed');

  await control(callback, 'copy-value').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${appOrigin}/callback`);
  await control(page, 'copy-fixes').click();
  await expect(control(page, 'copy-fixes')).toHaveText(/Copied/);
  await expect(page.getByText('Copied, without tokens')).toBeAttached();
  const fixes = await page.evaluate(() => navigator.clipboard.readText());
  expect(fixes).toMatch(
    /1\. Callback URL \/callback is not allowed.*Allowed Callback URLs.*callbacks:/s,
  );
  expect(fixes).not.toMatch(/eyJ|@/);
  await expect(control(callback, 'open-setting')).toHaveAttribute(
    'href',
    `${tenantOrigin}/_tenant/applications#application-ligature-spa`,
  );

  await localTenant.changeClient({ callbacks });
  await control(callback, 'run-check').click();
  await expect(callback).toHaveAttribute('data-status', 'ok');
  await expect(waiting).toHaveAttribute('data-status', 'ok');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ready to link');
  // What was fixed is among all checks now, and its button with it.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a dry sign-in shows the claims that came back and what the policy would say', async ({
  page,
  portal,
}) => {
  const console = await signedInConsole(portal);
  await console.runChecks();
  await console.unfold('connections');
  const google = console.check('connection-google-oauth2');
  const popup = await popupBy(control(google, 'dry-sign-in'));
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

  await expect(google).toContainText('the policy would allow the link');
  await expect(google.getByRole('definition').first()).toHaveText('google-oauth2|<ID 1>');
  await control(page, 'reveal').getByRole('switch').click();
  await expect(google.getByRole('definition').first()).toHaveText(ada.googleId);
  expect(await localTenant.user(ada.googleId)).toBeDefined();
  await portal.expectSignedInAs(ada.name);
});

for (const strategy of ['samlp', 'waad']) {
  test(
    `a dry sign-in whose window is cut off from ours is judged all the same: ${strategy} (REL-03)`,
    matrix,
    async ({ page, portal }) => {
      const { name, prove } = kindOf(strategy);
      await configure(page, 'auto');
      const console = await signedInConsole(portal);
      await page.goto('/staging/checks');
      const check = console.check(`connection-${name}`);
      await expect(check).toHaveAttribute('data-status', 'ok');
      await console.unfold('connections');
      const popup = await popupBy(control(check, 'dry-sign-in'));
      await expect(check).toContainText('This page cannot see the sign-in window');
      const closed = popup.waitForEvent('close');
      await prove(popup);
      await closed;

      await expect(check).toContainText('the policy would allow the link');
    },
  );
}

test(
  'somebody who is not signed in sees what can be seen, and may sign in from there',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    await portal.open();
    await control(page, 'nav-staging').click();
    await console.checksHaveEnded();

    expect(await console.found()).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/No problem so far/);
    await expect(page.getByText(/^\s*\d+ checks wait for a sign-in\s*$/)).toBeVisible();
    await expect(console.check('scopes')).toContainText('Nobody is signed in here');
    await expect(console.check('scopes')).toHaveAttribute('data-standing', 'signIn');

    const callbacks = [`${appOrigin}/callback`, `${appOrigin}/link/callback`];
    await localTenant.changeClient({ callbacks: callbacks.slice(1) });
    await control(page, 'run-all-checks').click();
    await expect(
      page.getByText(/^\s*Fix this first:\s+Callback URL \/callback is not allowed\s*$/),
    ).toBeVisible();
    await expect(control(page, 'sign-in-to-check')).toHaveCount(0);
    await control(page, 'go-to-check', 'callback').click();
    await expect(console.check('callback').getByRole('heading')).toBeFocused();
    await localTenant.changeClient({ callbacks });
    await control(page, 'run-all-checks').click();
    await console.checksHaveEnded();
    await control(page, 'sign-in-to-check').click();
    await submitPassword(page, ada);
    await expect(page).toHaveURL('/staging/checks');
    await console.checksHaveEnded();
    await expect(console.check('scopes')).toHaveAttribute('data-status', 'ok');
  },
);

test(
  'where the code of the sign-in does not arrive, the checks page says so and can be loaded again',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    const console = new Console(page);
    await portal.open();
    await control(page, 'nav-staging').click();
    await console.checksHaveEnded();
    await page.route(/chunk-.*\.js$/, (route) => route.abort());
    await control(page, 'sign-in-to-check').click();
    await expect(portal.alert).toHaveAttribute('data-failure', 'code-missing');
    await expectAccessible();

    await page.unroute(/chunk-.*\.js$/);
    await Promise.all([page.waitForEvent('load'), control(page, 'load-again').click()]);
    await console.checksHaveEnded();
    await control(page, 'sign-in-to-check').click();
    await expect(page.getByLabel('Email address', { exact: true })).toBeVisible();
  },
);

test('without staging in the configuration there is no console, and no address of one', async ({
  page,
  portal,
}) => {
  await deliverConfig(page, { change: (config) => ({ ...config, staging: false }) });
  await portal.open();
  await expect(control(page, 'sign-in')).toBeVisible();
  await expect(control(page, 'nav-staging')).toHaveCount(0);
  await expect(control(page, 'open-tenant')).toHaveCount(0);
  await page.goto('/staging/checks');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
