import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada, margaret } from '../testing/people.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';
import { callsOfGoogleLink, expectNothingLost, settingsOf } from '../testing/saga.ts';

test.beforeEach(async ({ portal }) => {
  await portal.openSignedIn(ada);
});

test('a link carries settings over, sets the others aside, and makes six calls after the review', async ({
  portal,
}) => {
  const [mine, theirs] = [await settingsOf(ada.userId), await settingsOf(ada.googleId)];

  const [review, ...calls] = await callsOfGoogleLink(portal);
  expect(review).toBe('GET');
  // Those that leave side by side may arrive in any order.
  const steps = [calls.slice(0, 2), calls.slice(2, 4).toSorted(), ...calls.slice(4)];
  expect(steps).toEqual([['GET', 'GET'], ['GET', 'PATCH'], 'POST', 'PATCH']);
  await expectNothingLost(theirs);
  expect(await settingsOf(ada.userId)).toMatchObject({ ...mine, avatar: 'portrait-1840' });
  expect(await settingsOf(ada.userId)).not.toHaveProperty('acct_link');
});

test('each conflict is decided by itself, and nothing else changes', async ({ page, portal }) => {
  const theirs = await settingsOf(ada.googleId);
  await portal.proveGoogle(ada.email);
  const decide = (key: string, decision: string): Promise<void> =>
    control(page, 'choose-value', `${key} ${decision}`).check();
  await openSettings(page);
  await decide('language', 'theirs');
  await decide('bookmarks', 'both');
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');

  expect(await settingsOf(ada.userId)).toEqual({
    theme: 'dark',
    language: 'fr',
    newsletter: true,
    bookmarks: ['/reports/engine', '/reports/bernoulli', '/teams/poetical-science'],
    shortcuts: { search: '/', new: 'n' },
    avatar: 'portrait-1840',
    linked_archive: {
      [ada.googleId]: { theme: 'light' },
      [ada.userId]: { language: 'en' },
      // Her own list, and what tells whether the other values still are what she had.
      brought: {
        [ada.googleId]: {
          language: expect.any(String) as unknown,
          newsletter: expect.any(String) as unknown,
          bookmarks: [theirs['bookmarks']],
          avatar: expect.any(String) as unknown,
        },
      },
      connections: { [ada.googleId]: 'google-oauth2' },
    },
  });
});

test('REL-39: the second account can be the one that is kept, and the person is it from then on', async ({
  page,
  portal,
}) => {
  await portal.proveGoogle(ada.email);
  await openSettings(page);
  await control(page, 'keep-account', 'keepSecond').check();
  await portal.confirmLink();

  await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();
  expect(await localTenant.user(ada.userId)).toBeUndefined();
  expect(methodsOf(await localTenant.user(ada.googleId))).toEqual([ada.googleId, ada.userId]);
  expect(await settingsOf(ada.googleId)).toMatchObject({
    theme: 'light',
    shortcuts: { search: '/', new: 'n' },
    linked_archive: {
      [ada.userId]: { theme: 'dark', language: 'en' },
      connections: { [ada.userId]: 'Username-Password-Authentication' },
    },
  });
  await control(page, 'go-to-account').click();
  await expect(portal.methods).toHaveText([/Google/, /Email and password/s]);
  await portal.expectSignedInAs(ada.name);
});

test(
  'REL-41: an account with several methods brings all of them, named before',
  matrix,
  async ({ page, portal }) => {
    await portal.proveGoogle(margaret.googleEmail);
    await expect(portal.wizard).toContainText(
      'belongs to another account, which has 3 sign-in methods: all of them would move. Is this you?',
    );
    const gains = page.getByRole('list', { name: 'Ways to sign in' }).getByRole('listitem');
    await expect(gains).toHaveCount(4);
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked');
    expect(methodsOf(await localTenant.user(ada.userId))).toHaveLength(4);
  },
);

test('a company’s account is never absorbed: it is the one that is kept, and the other cannot be', async ({
  page,
  portal,
}) => {
  const popup = await portal.openWindow('acme-saml');
  await popup.getByRole('button', { name: 'Continue as katherine.johnson@acme.example' }).click();

  await expect(page.getByText(/^Your company manages your Acme SSO account/)).toContainText(
    'You lose the roles, groups and app data of your Email and password account.',
  );
  await openSettings(page);
  const choice = page.getByRole('radiogroup', { name: 'Which account stays?' });
  await expect(control(choice, 'keep-account', 'keepFirst')).toBeDisabled();
  await expect(control(choice, 'keep-account', 'keepSecond')).toBeChecked();
});
