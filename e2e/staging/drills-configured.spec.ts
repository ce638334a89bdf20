import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { charles } from '../testing/people.ts';
import { Console, expect, test } from './console.ts';

/** What goes through many sign-ins takes longer than a test usually may, on a machine that is busy. */
test.describe.configure({ timeout: 90_000 });

test.beforeEach(({ portal }) => portal.open());

test.afterAll(() => localTenant.reset());

test(
  'a drill runs on the tenant as it is set up, leaves that as it is, and goes on while one is elsewhere',
  matrix,
  async ({ page, portal }) => {
    await portal.signIn(charles);
    await localTenant.disableConnection('github');
    await localTenant.changeClient({ allowed_logout_urls: ['https://added.example/'] });
    const application = await localTenant.client();
    const console = new Console(page);
    await control(page, 'nav-staging').click();
    await control(page, 'nav-drills').click();
    await control(page, 'run-drill', 'link-github').click();
    await expect(control(page, 'stop-drills')).toBeVisible();
    await control(page, 'nav-account').click();
    await expect(page.getByRole('heading', { name: 'Drills', level: 1 })).toHaveCount(0);
    await control(page, 'nav-staging').click();
    await control(page, 'nav-drills').click();

    const drill = console.drill('link-github');
    await expect(drill).toHaveAttribute('data-status', 'failed', { timeout: 60_000 });
    await expect(drill).toContainText('Shown instead: not-set-up.');
    await expect(page.getByText(/^\s*1 of \d+ drills run\.\s*$/)).toBeVisible();
    expect(await localTenant.client()).toEqual(application);
    await console.runDrill('link-google-oauth2');
    await expect(console.drill('link-google-oauth2')).toHaveAttribute('data-status', 'passed');
    expect(await localTenant.client()).toEqual(application);
    await console.runDrill('link-github');
    await expect(drill).toHaveAttribute('data-status', 'failed');
  },
);
