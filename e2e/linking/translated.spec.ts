import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { localTenant, methodsOf } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { openSettings } from '../testing/review.ts';
import { expect, test } from '../testing/test.ts';

/** Translates the page as browsers do, and goes on with every text that is new. */
const translate = (page: Page): Promise<void> =>
  page.evaluate((tag) => {
    const isOurs = ({ parentElement }: Text): boolean => parentElement?.closest('font') != null;

    function translateIn(root: Node): void {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode);
      for (const text of found) {
        if (text.data.trim() === '' || isOurs(text)) continue;
        const [outer, inner] = [document.createElement(tag), document.createElement(tag)];
        inner.textContent = `«${text.data}»`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    }

    translateIn(document.body);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        addedNodes.forEach((node) => translateIn(node.parentNode ?? node));
    }).observe(document.body, { childList: true, subtree: true });
  }, 'font');

test.beforeEach(async ({ page, portal }) => {
  await portal.openSignedIn(ada);
  await portal.proveGoogle(ada.email);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
});

test(
  'a translated review follows what is chosen, and the link does what it shows',
  matrix,
  async ({ page, portal }) => {
    await openSettings(page);
    await translate(page);
    const choice = control(page, 'keep-account', 'keepSecond');
    await choice.check();

    await expect(choice).toBeFocused();
    // The accounts stay where they are; what they become is another one.
    await expect(page.locator('app-account-card').last()).toContainText('Google');
    const gains = page.getByRole('list', { name: 'Ways to sign in' }).getByRole('listitem');
    await expect(gains).toHaveText([/Google/, /Email and password/]);
    const theme = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Theme' }) });
    await expect(theme.getByRole('cell').nth(2)).toContainText('«Light»');
    await control(page, 'choose-value', 'theme theirs').check();
    await expect(theme.getByRole('cell').nth(2)).toContainText('«Dark»');
    await portal.confirmLink();

    await expect(page.getByRole('status')).toContainText('Linked');
    const google = await localTenant.user(ada.googleId);
    expect(methodsOf(google)).toEqual([ada.googleId, ada.userId]);
    expect(google?.user_metadata).toMatchObject({ theme: 'dark' });
  },
);

test('a review that does not show what would be linked is shown again, and nothing is written', async ({
  page,
  portal,
}) => {
  await page
    .locator('app-account-card')
    .first()
    .evaluate((card) => card.remove());
  const before = await localTenant.managementCalls();
  await portal.confirmLink();

  await expect(portal.alert).toContainText('Nothing has been done.');
  await expect(page.locator('app-account-card')).toHaveCount(2);
  await expect(control(page, 'link-accounts')).toBeFocused();
  expect(await localTenant.managementCalls()).toEqual(before);
  // A press that comes right after the page has changed does not count.
  const confirm = control(page, 'link-accounts');
  await expect(async () => {
    if (await confirm.isVisible()) await confirm.click({ timeout: 1000 });
    await expect(page.getByRole('status')).toContainText('Linked', { timeout: 500 });
  }).toPass();
});
