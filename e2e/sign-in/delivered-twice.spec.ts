import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy, submitPassword } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

/** Has the next code arrive at the tenant twice, which then takes back what it has given for it. */
const deliverTwice = async (page: Page): Promise<void> => {
  await page.route(
    '**/oauth/token',
    async (route) => {
      const response = await route.fetch();
      await route.fetch();
      await route.fulfill({ response });
    },
    { times: 1 },
  );
};

test(
  'a second sign-in whose code arrives twice is asked for once more, and is not the person’s own',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await portal.openSignedIn(ada);
    await deliverTwice(page);
    await portal.proveGoogle(ada.email);
    await expect(portal.alert).toHaveAttribute('data-failure', 'second-signed-out');
    await expectAccessible();

    const popup = await popupBy(control(page, 'try-again'));
    await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  },
);

test(
  'a sign-in whose code arrives twice is not called expired, and works once more',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    await deliverTwice(page);
    await control(page, 'sign-in').click();
    await submitPassword(page, ada);
    await expect(portal.alert).toHaveAttribute('data-failure', 'signed-out');
    await expect(portal.alert).toContainText('Your sign-in has ended');

    await control(page, 'sign-in-again').click();
    await submitPassword(page, ada);
    await expect(portal.methods).toHaveCount(1);
  },
);
