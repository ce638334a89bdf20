import { control } from '../testing/control.ts';
import { callsOfGoogleLink } from '../testing/saga.ts';
import { enterCode, phone } from '../testing/kinds.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { ada } from '../testing/people.ts';
import { matrix } from '../testing/matrix.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';

test('Ada links her Google account, signs in with it as the same person, and unlinks it (SEC-27, SEC-36)', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await portal.open();
  await expectAccessible();
  await portal.signIn(ada);
  await expect(page).toHaveURL('/account');
  await expect(portal.methods).toHaveText([/Email and password.*ada@example\.com/s]);
  await expectAccessible();

  const popup = await portal.openWindow();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
  await expectAccessible();
  await expectAccessible(popup);
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();

  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'reviewing');
  await expect(
    page.getByRole('group', { name: 'Ada Lovelace, ada@example.com, Google' }),
  ).toHaveText(/You just signed in with Google/);
  await expect(page.getByText(/7e36|2310/).first()).toBeHidden();
  await expect(
    page.getByRole('list', { name: 'Ways to sign in' }).getByRole('listitem'),
  ).toHaveText([/Email and password.*ada@example\.com/s, /Google.*ada@example\.com/s]);
  await expectAccessible();
  await control(page, 'show-settings').click();
  await control(page, 'show-losses').click();
  await expect(page.getByRole('table', { name: 'Settings' })).toContainText('Saved pages');
  await page.getByText(/3 more settings stay: .*Picture/).click();
  await expect(page.getByText('portrait-1840')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Theme Dark current' })).toBeChecked();
  await expect(page.getByRole('list', { name: 'What will be lost' })).not.toContainText('avatar');
  await expectAccessible();
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);

  const help = page.getByRole('dialog', { name: 'What does linking do?' });
  await control(portal.wizard, 'open-help').click();
  await expect(help).toBeVisible();
  await expectAccessible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(control(portal.wizard, 'open-help')).toBeFocused();
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
  await expectAccessible();
  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, ada.googleId]);
  expect(await localTenant.user(ada.googleId)).toBeUndefined();

  await control(page, 'go-to-account').click();
  await expect(portal.methods).toHaveCount(2);
  await portal.signOut();
  await portal.signInWith('Google', ada.email);
  await expect(portal.methods).toHaveText([
    /Email and password/,
    /Google.*ada@example\.com.*Linked on/s,
  ]);
  // It was another tab's link, and another session's: the account remembers it.
  await control(page, 'unfold', 'history').click();
  await expect(page.getByRole('list', { name: 'History' })).toHaveText(
    /Linked Google ada@example\.com/,
  );
  await expectAccessible();

  await control(page, 'review-unlink', 'google-oauth2').click();
  const dialog = page.getByRole('dialog', { name: 'Unlink Google ada@example.com?' });
  await expect(dialog).toContainText('Email and password · ada@example.com');
  await expectAccessible();
  await control(dialog, 'unlink').click();
  await expect(page.getByRole('status')).toContainText('Unlinked Google ada@example.com');
  await expect(portal.methods).toHaveCount(1);
  await expectAccessible();

  expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId]);
  const alone = await localTenant.user(ada.googleId);
  expect(methodsOf(alone)).toEqual([ada.googleId]);
  expect(alone?.user_metadata ?? {}).toEqual({});
});

test('a second account is linked in three clicks: add, the method, link', async ({
  page,
  portal,
}) => {
  await portal.openSignedIn(ada);
  await page.evaluate(recordClicks);
  const popup = await portal.openWindow();
  await expect(portal.wizard).toHaveAttribute('data-phase', 'signingIn');
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');

  expect(await page.evaluate('clicks')).toEqual(['add-method', 'open-link', 'link-accounts']);
});

test('after a link the account still says what somebody is signed in with, until they sign in anew', async ({
  page,
  portal,
}) => {
  const here = page.getByText("You're signed in with this");
  await portal.openSignedIn(ada);
  await expect(here).toBeVisible();
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  await control(page, 'go-to-account').click();
  await expect(portal.methods).toHaveText([/signed in with this/, /Google/]);
  await expect(here).toHaveCount(1);

  await portal.signOut();
  await portal.signIn(ada);
  await expect(portal.methods).toHaveCount(2);
  await expect(here).toHaveCount(0);
});

test('a laptop shows all that can be added at once', async ({ portal }) => {
  await portal.openSignedIn(ada);
  await portal.showTile('google-oauth2');

  await expect(portal.offers.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 });
  await expect(portal.offers.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
});

test('a phone number is added in three clicks after the button for it: the method, send, add', async ({
  page,
  portal,
}) => {
  await portal.openSignedIn(ada);
  await page.evaluate(recordClicks);
  await portal.startLinking('sms');
  await page.getByLabel('Phone number').fill('(555) 555-0100');
  await control(page, 'send-message').click();
  await enterCode(page, phone);
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');

  const clicks = ['add-method', 'open-link', 'send-message', 'link-accounts'];
  expect(await page.evaluate('clicks')).toEqual(clicks);
});

test('a review with three conflicts fits a laptop without scrolling, and two screens of a phone', async ({
  page,
  portal,
}) => {
  await portal.openSignedIn(ada);
  await portal.proveGoogle(ada.email);
  await expect(page.getByText('3 settings differ.')).toBeVisible();
  await expect(control(page, 'cancel')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });

  await page.setViewportSize({ width: 390, height: 844 });
  await openSettings(page);
  // Only those who test linking see the bar above it.
  const height = await page.evaluate(() => {
    document.querySelector('.staging')?.setAttribute('hidden', '');

    return document.documentElement.scrollHeight;
  });
  expect(height).toBeLessThanOrEqual(2 * 844);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`two cards become one, once: ${reducedMotion}`, async ({ page, portal }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(recordMovements);
    await portal.openSignedIn(ada);
    await portal.proveGoogle(ada.email);
    await portal.confirmLink();
    await expect(page.getByRole('heading', { name: 'Google is linked' })).toBeFocused();
    await expect.poll(() => page.evaluate('movements.length')).toBe(1);

    // The one that is kept turns into the one that there is, and the other into a row of it.
    const fades = ['::view-transition-new(account)', '::view-transition-new(account-joining)'];
    const moved = await page.evaluate('movements[0]');
    if (reducedMotion === 'reduce') {
      expect(moved).toEqual(fades.map((part) => `${part} 120`));
    } else {
      const slides = fades.map((part) => `${part.replace('new', 'group')} 440`);
      expect(moved).toEqual(expect.arrayContaining(slides));
    }
    // It holds nothing up.
    await control(page, 'go-to-account').click();
    await expect(portal.methods).toHaveCount(2);
  });
}

/** Notes in the page which parts of a view transition are animated, and for how long. */
function recordMovements(): void {
  const movements: string[][] = [];
  Object.assign(window, { movements });
  const start = document.startViewTransition.bind(document);
  document.startViewTransition = (change) => {
    const transition = start(change);
    void transition.ready.then(() => {
      const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect);
      movements.push(
        effects
          .filter(({ pseudoElement }) => pseudoElement?.startsWith('::view-transition'))
          .map((effect) => `${effect.pseudoElement ?? ''} ${String(effect.getTiming().duration)}`)
          .sort(),
      );
    });

    return transition;
  };
}

test(
  'a method that is opened in a tab of its own begins nothing',
  matrix,
  async ({ page, portal, context }) => {
    await portal.openSignedIn(ada);
    const tile = await portal.showTile('google-oauth2');
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      tile.click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(tab).toHaveURL('/');

    await expect(page).toHaveURL('/account');
    expect(context.pages()).toHaveLength(2);
  },
);

test('the whole link can be done with the keyboard alone', async ({ page, portal }) => {
  await portal.openSignedIn(ada);
  await control(page, 'add-method').focus();
  await page.keyboard.press('Enter');
  await control(portal.offers, 'open-link', 'google-oauth2').focus();
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).focus();
  await popup.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  // It cannot be reached before it has been in sight for a moment.
  await expect(control(page, 'link-accounts')).toBeEnabled();
  // What is folded away has one stop for its button.
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await expect(control(page, 'link-accounts')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Linked');
});

test('a link asks the tenant for three things after the review when there is nothing to merge', async ({
  portal,
}) => {
  await portal.open();
  await localTenant.change(ada.googleId, { user_metadata: {} });
  await portal.signIn(ada);

  // The first reading is what the review shows; what comes after the link has the account remember it.
  const calls = await callsOfGoogleLink(portal);
  expect(calls.slice(0, 4)).toEqual(['GET', 'GET', 'GET', 'POST']);
  await expect
    .poll(async () => (await localTenant.user(ada.userId))?.user_metadata?.['linked_history'])
    .toHaveLength(1);
});

test('the receipt can be kept, and holds no token', matrix, async ({ page, portal }) => {
  await portal.openSignedIn(ada);
  await portal.proveGoogle(ada.email);
  await portal.confirmLink();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    control(page, 'download-receipt').click(),
  ]);
  const receipt = (await (await download.createReadStream()).toArray()).join('');

  expect(JSON.parse(receipt)).toMatchObject({
    what: 'link',
    kept: { userId: ada.userId },
    joined: { userId: ada.googleId },
  });
  expect(receipt).not.toContain('eyJ');
});

test(
  'an address that leads nowhere says so and leads back',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await portal.open();
    await page.goto('/no/such/page');
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await expectAccessible();
    await control(page, 'go-to-start').click();
    await expect(control(page, 'sign-in')).toBeVisible();
  },
);

test(
  'a page that needs a sign-in is returned to after it, and does nothing by itself (SEC-33)',
  matrix,
  async ({ page, portal, context }) => {
    await page.goto('/account/link/google-oauth2?auto=1&confirm=1');
    await expect(page).toHaveURL('/');
    await control(page, 'sign-in').click();
    await page.getByLabel('Email address').fill(ada.email);
    await page.getByLabel('Password').fill(ada.password);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(page).toHaveURL('/account/link/google-oauth2?auto=1&confirm=1');
    await expect(control(page, 'prove-account')).toBeVisible();
    await expect(portal.wizard).toHaveAttribute('data-phase', 'idle');
    expect(context.pages()).toHaveLength(1);
    expect((await localTenant.managementCalls()).map((call) => call.split(' ')[0])).toEqual([
      'GET',
    ]);
  },
);

function recordClicks(): void {
  const clicks: string[] = [];
  Object.assign(window, { clicks });
  addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('[data-action]') : null;
    clicks.push(pressed?.getAttribute('data-action') ?? '?');
  });
}
