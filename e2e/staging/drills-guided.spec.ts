import { control } from '../testing/control.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, charles } from '../testing/people.ts';
import { Portal, submitPassword } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { Console, expect, test } from './console.ts';
import { everybody, settingsIn } from './everybody.ts';

/** What goes through many sign-ins takes longer than a test usually may, on a machine that is busy. */
test.describe.configure({ timeout: 90_000 });

test.beforeEach(({ portal }) => portal.open());

test.afterAll(() => localTenant.reset());

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
  'a drill that a person has begun is found again on the way back, and whoever closes the tab is asked',
  matrix,
  async ({ page, portal }) => {
    const console = new Console(page);
    await portal.signIn(charles);
    await control(page, 'nav-staging').click();
    await control(page, 'nav-drills').click();
    await control(page, 'guide-drill', 'link-google-oauth2').click();
    const guide = page.locator('app-drill-guide');
    const google = await console.popupBy('prove-part', 'second');
    await google.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await expect(guide).toContainText(ada.email);
    await control(page, 'nav-account').click();
    await expect(page.getByRole('heading', { name: 'Sign-in methods' })).toBeVisible();
    await control(page, 'nav-staging').click();
    await control(page, 'nav-drills').click();

    await expect(guide).toContainText(ada.email);
    await expect(guide).toBeInViewport();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await control(guide, 'leave-drill').click();
    await expect(guide).toHaveCount(0);
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
