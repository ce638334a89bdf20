import type { Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { deliverConfig } from '../testing/app-config.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { Console, expect, test } from '../staging/console.ts';
import { matrix } from '../testing/matrix.ts';

const name = 'Ada'.padEnd(70, 'lovelace');
const person = { email: `${'ada'.padEnd(60, 'x')}@example.com`, password: 'Analytical-1843' };
const setting = 'theme'.padEnd(90, 'y');

interface Connection {
  readonly label: string | { readonly en: string };
}

/** The same application under names as long as somebody may make them. */
const withLongNames = (page: Page): Promise<void> =>
  deliverConfig(page, {
    change: ({ connections, branding, ...config }) => ({
      ...config,
      connections: (connections as readonly Connection[]).map((each) => ({
        ...each,
        label: (typeof each.label === 'string' ? each.label : each.label.en).padEnd(70, 'z'),
      })),
      branding: { ...(branding as object), productName: 'Ligature'.padEnd(120, 'w') },
    }),
  });

for (const width of [390, 320]) {
  test(`no name makes a page wider than ${width} pixels`, matrix, async ({ page, portal }) => {
    await page.setViewportSize({ width, height: 800 });
    await withLongNames(page);
    const common = { name, ...person, user_metadata: { [setting]: 'q'.repeat(200) } };
    await localTenant.addPerson({ connection: 'Username-Password-Authentication', ...common });
    const google = { ...common, user_metadata: { [setting]: 'r'.repeat(200) } };
    await localTenant.addPerson({ connection: 'google-oauth2', ...google, password: undefined });

    await portal.open();
    await expectToFit(page, 'the start page');
    await portal.signIn(person);
    await expectToFit(page, 'the account page');
    await page.goto('/account/link/google-oauth2');
    await page.getByRole('button', { name: /^Continue with Google/ }).waitFor();
    await expectToFit(page, 'the link page');
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: /^Continue with Google/ }).click(),
    ]);
    const account = popup.getByRole('button', { name: `Continue as ${person.email}` });
    await account.waitFor();
    await popup.setViewportSize({ width, height: 800 });
    await expectToFit(popup, 'the provider’s page');
    await account.click();
    await page.getByRole('heading', { name: 'Review' }).waitFor();
    for (const fold of ['show-settings', 'show-losses'] as const) await control(page, fold).click();
    await expectToFit(page, 'the review');
    await portal.confirmLink();
    await expect(page.getByRole('status')).toContainText('Linked');
    await expectToFit(page, 'the receipt');
    await control(page, 'go-to-account').click();
    await control(page, 'review-unlink').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectToFit(page, 'the question before an unlink');
    await control(page, 'cancel').click();
    await new Console(page).runChecks();
    await expectToFit(page, 'the checks');
    for (const path of ['trace', 'drills', 'preview']) {
      await page.goto(`/staging/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectToFit(page, path);
    }
  });
}
