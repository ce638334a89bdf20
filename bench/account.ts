import type { Page } from '@playwright/test';

import { selectorOf } from '../src/app/actions/action.ts';

import { printFigures } from './figures.ts';
import { isQuick, quantile, timedEach } from './measure.ts';
import { ada, callTenant, signIn, withPortal } from './portal.ts';

const few = 10;
const many = isQuick ? 20 : 1000;
const rounds = isQuick ? 1 : 7;
const limit = 3;

/** Measures how much longer the account page takes with a thousand sign-in methods than with ten. */
export const benchAccount = (): Promise<void> =>
  withPortal(async ({ browser, appOrigin, control }) => {
    const page = await browser.newPage({ baseURL: appOrigin });
    await page.goto('/');
    await signIn(page);
    const withFew = await timeToUsable(page, control, few);
    const withMany = await timeToUsable(page, control, many);
    const ratio = withMany / withFew;

    printFigures([
      { name: `/account usable with ${few} identities`, value: `${withFew.toFixed(0)} ms` },
      {
        name: `… with ${many}, over that, medians of ${rounds}`,
        value: `${ratio.toFixed(2)} ×`,
        limit: `${limit} ×`,
        isWithin: ratio <= limit,
      },
    ]);
  });

/** From a reload until every method is listed and another can be added, in milliseconds. */
async function timeToUsable(page: Page, control: string, identities: number): Promise<number> {
  const present = await page.getByRole('list', { name: 'Sign-in methods' }).locator('li').count();
  for (let count = present; count < identities; count++) await linkOneMore(control);
  await page.reload();
  const durations = await timedEach(rounds, async () => {
    await page.reload();
    await page
      .getByRole('list', { name: 'Sign-in methods' })
      .locator(`li:nth-child(${identities})`)
      .waitFor();
    await page.locator(selectorOf('add-method')).waitFor();
  });

  return quantile(durations);
}

async function linkOneMore(control: string): Promise<void> {
  const other = (await callTenant('POST', `${control}/users`, {
    connection: 'google-oauth2',
    fill: true,
  })) as { readonly user_id: string };
  await callTenant('POST', `${control}/users/${encodeURIComponent(ada.userId)}/identities`, {
    user_id: other.user_id,
  });
}
