import { control } from '../testing/control.ts';
import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';

test(
  'an account that has no e-mail address is linked like any other',
  matrix,
  async ({ page, portal }) => {
    await localTenant.addPerson({ connection: 'github', username: 'octocat', name: 'Octo Cat' });
    await portal.openSignedIn(ada);
    const popup = await portal.openWindow('github');
    await popup.getByRole('button', { name: 'Continue as octocat' }).click();
    await portal.confirmLink();
    await control(page, 'go-to-account').click();

    await expect(portal.methods).toHaveCount(2);
    expect(methodsOf(await localTenant.user(ada.userId))).toHaveLength(2);
  },
);

const countess = { email: 'countess', password: 'Analytical-1843' };

/** An account that signs in with a user name and a password, and has no e-mail address. */
async function addCountess(more: Record<string, unknown> = {}): Promise<string> {
  const connection = 'Username-Password-Authentication';
  await localTenant.allowUserNames(connection);
  const { email: username, password } = countess;

  return localTenant.addPerson({ connection, username, password, ...more });
}

test(
  'an account that has a user name alone is linked like any other',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    const userId = await addCountess();
    await portal.signIn(ada);
    const popup = await portal.openWindow('Username-Password-Authentication');
    await submitPassword(popup, countess);
    await expect(page.getByRole('list', { name: 'Ways to sign in' })).toContainText('countess');
    await portal.confirmLink();
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();

    expect(methodsOf(await localTenant.user(ada.userId))).toEqual([ada.userId, userId]);
  },
);

test(
  'an account that has a user name and a phone number is kept, and another is linked to it',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    const userId = await addCountess({ phone_number: '+15555550123' });
    await portal.signIn(countess);
    await expect(portal.methods).toHaveText([/\+1\s555\s555\s0123/]);
    await portal.proveGoogle(ada.email);
    await portal.confirmLink();
    await expect(page.getByRole('status').filter({ hasText: 'Linked' })).toBeVisible();

    expect(methodsOf(await localTenant.user(userId))).toEqual([userId, ada.googleId]);
  },
);
