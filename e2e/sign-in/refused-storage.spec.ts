import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { wholeBrowser } from '../testing/browsers.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

/** A browser that refuses the page this part of what it keeps, by its mere name. */
async function refuse(page: Page, names: readonly string[]): Promise<void> {
  await page.addInitScript((refused) => {
    for (const name of refused) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  }, names);
}

for (const names of [
  ['sessionStorage'],
  ['sessionStorage', 'localStorage', 'indexedDB', 'BroadcastChannel'],
]) {
  test(
    `a browser that refuses ${names.join(', ')} says that it keeps nothing, and what to do`,
    matrixUnless(names.length === 1),
    async ({ page, portal, expectAccessible }) => {
      await refuse(page, names);
      await portal.open();

      await expect(portal.alert).toHaveAttribute('data-failure', 'storage-refused');
      await expect(control(page, 'load-again')).toBeVisible();
      await expectAccessible();
    },
  );
}

test(
  'a browser that refuses to write for the tab says that it keeps nothing',
  matrix,
  async ({ page, portal }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await portal.open();

    await expect(portal.alert).toHaveAttribute('data-failure', 'storage-refused');
  },
);

test(
  'a browser that refuses what outlives the tab alone lets a person sign in',
  matrix,
  async ({ page, portal }) => {
    await refuse(page, ['localStorage']);
    await portal.open();
    await portal.signIn(ada);

    await portal.expectSignedInAs(ada.name);
  },
);

test(
  'where a reload forgets who is signed in, that is said before and after',
  matrix,
  async ({ page, portal, expectAccessible }) => {
    await refuse(page, ['indexedDB']);
    await portal.open();
    await portal.signIn(ada);
    await expect(page.getByText("This browser doesn't let the site remember you")).toBeVisible();
    await expectAccessible();

    await page.reload();
    await expect(portal.alert).toHaveAttribute('data-failure', 'forgotten');
    // The tenant still knows them, and asks nothing.
    await control(page, 'sign-in').click();
    await expect(page.getByRole('banner')).toContainText(ada.name);
  },
);

test(
  'a browser that does not give back what it keeps is not waited for, and nothing is lost',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    await portal.signIn(ada);
    await page.addInitScript(() => {
      if (document.cookie.includes('answers=yes')) return;
      // An answer never comes: nothing that the page waits for is ever called.
      Object.defineProperty(IDBFactory.prototype, 'open', { value: () => new EventTarget() });
    });
    await page.reload();
    await expect(portal.alert).toHaveAttribute('data-failure', 'storage-silent');

    await page.evaluate(() => (document.cookie = 'answers=yes'));
    await control(page, 'load-again').click();
    await expect(page).toHaveURL('/account');
    await expect(page.getByRole('banner')).toContainText(ada.name);
  },
);

test.describe('where code does not arrive', () => {
  test.use({ tolerated: /dynamically imported module|NG0750/ });

  test(
    'the start page says what keeps somebody from signing in',
    matrix,
    async ({ page, portal }) => {
      await portal.open();
      await page.route(/chunk-.*\.js$/, (route) => route.abort());
      await control(page, 'sign-in').click();

      await expect(portal.alert).toHaveAttribute('data-failure', 'code-missing');
      await page.unroute(/chunk-.*\.js$/);
      await control(page, 'load-again').click();
      await control(page, 'sign-in').click();
      await expect(page.getByLabel('Email address')).toBeVisible();
    },
  );

  test(
    'a page that was asked for says so, and can be loaded again',
    matrix,
    async ({ page, portal }) => {
      await portal.open();
      await portal.signIn(ada);
      await page.route(/chunk-.*\.js$/, (route) => route.abort());
      await control(page, 'add-method').click();
      const window = await popupBy(control(portal.offers, 'open-link', 'google-oauth2'));
      await expect(portal.alert).toHaveAttribute('data-failure', 'code-missing');
      // Nobody would ever take it.
      await expect.poll(() => window.isClosed()).toBe(true);

      await page.unroute(/chunk-.*\.js$/);
      await control(page, 'load-again').click();
      await expect(page.getByRole('heading', { name: 'Link Google' })).toBeVisible();
    },
  );

  test(
    'an application that does not start says so, and can be loaded again',
    matrix,
    async ({ page, portal, expectAccessible }) => {
      await page.route(/main-.*\.js$/, (route) => route.abort());
      await portal.open();
      const again = control(page, 'load-again');
      await expect(again).toBeVisible();
      await expectAccessible();

      await page.unroute(/main-.*\.js$/);
      await again.click();
      await expect(control(page, 'sign-in')).toBeVisible();
    },
  );
});

test('Chromium told to keep no site data is met with what to do', matrix, async ({ baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'ligature-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const { args } = test.info().project.use.launchOptions ?? {};
  // Without windows there are no settings of a person either.
  const context = await chromium.launchPersistentContext(profile, {
    ...wholeBrowser,
    ...(args !== undefined && { args }),
  });
  try {
    const page = await context.newPage();
    await page.goto(`${baseURL ?? ''}/`);
    await expect(page.getByRole('alert')).toHaveAttribute('data-failure', 'storage-refused');
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});
