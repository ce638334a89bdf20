import { tenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

for (const transport of ['popup', 'redirect']) {
  test(
    `offline no sign-in goes anywhere, and the page says why: ${transport}`,
    matrixUnless(transport === 'popup'),
    async ({ page, portal, context }) => {
      await page.evaluate(
        (remembered) => localStorage.setItem('ligature.transport.google-oauth2', remembered),
        transport,
      );
      await portal.openLinkPage('google-oauth2');
      await context.setOffline(true);
      await control(page, 'prove-account').click();
      await expect(portal.alert).toHaveAttribute('data-failure', 'offline');
      expect(context.pages()).toHaveLength(1);

      await context.setOffline(false);
      await control(page, 'try-again').click();
      const signIn = transport === 'popup' ? () => context.pages().at(1) : () => page;
      await expect.poll(() => signIn()?.url()).toMatch(new RegExp(`^${tenantOrigin}/`));
    },
  );
}

test('a page says that it is offline before anything is pressed, and no longer', async ({
  page,
  portal,
  context,
  expectAccessible,
}) => {
  const offline = page.getByText("once you're connected again");
  await portal.openLinkPage('google-oauth2');
  await expect(offline).toHaveCount(0);
  await context.setOffline(true);
  await expect(offline).toBeInViewport();
  await expect(control(page, 'prove-account')).toBeEnabled();
  await expectAccessible();
  await control(page, 'nav-account').click();
  await expect(offline).toBeInViewport();

  await context.setOffline(false);
  await expect(offline).toHaveCount(0);
});

test(
  'who signs out offline is told that the tenant still knows them, until it has been told',
  matrix,
  async ({ page, portal, context, expectAccessible }) => {
    await context.setOffline(true);
    // The browser shows its own page in place of the start page, and nothing of the person.
    await control(page, 'open-menu').click();
    await control(page, 'sign-out').click();
    await expect(page.getByText(ada.name)).toHaveCount(0);
    await context.setOffline(false);
    await portal.open();
    await expect(portal.alert).toHaveAttribute('data-failure', 'still-known');
    await expectAccessible();

    await control(page, 'start-over').click();
    await control(page, 'sign-in').click();
    await expect(page.getByLabel('Email address')).toBeVisible();
  },
);
