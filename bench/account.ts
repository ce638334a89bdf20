import type { Page } from '@playwright/test';

import { selectorOf } from '../src/app/actions/action.ts';

import { printFigures } from './figures.ts';
import { isQuick, quantile, timedEach } from './measure.ts';
import { ada, callTenant, signIn, withPortal } from './portal.ts';

const few = { identities: 10, connections: 7 };
const many = isQuick ? { identities: 20, connections: 30 } : { identities: 1000, connections: 300 };
const rounds = isQuick ? 1 : 7;
const limit = 2;

type Size = typeof few;

/** Measures how much longer the account page takes with very many sign-in methods than with ten. */
export const benchAccount = (): Promise<void> =>
  withPortal(async ({ browser, appOrigin, control }) => {
    const page = await browser.newPage({ baseURL: appOrigin });
    await page.goto('/');
    await signIn(page);
    const withFew = await timeToUsable(page, control, few);
    const withMany = await timeToUsable(page, control, many);
    const ratio = withMany / withFew;
    const { identities, connections } = many;

    printFigures([
      {
        name: `/account usable with ${few.identities} identities`,
        value: `${withFew.toFixed(0)} ms`,
      },
      {
        name: `… with ${identities} and ${connections} connections, over that, medians of ${rounds}`,
        value: `${ratio.toFixed(2)} ×`,
        limit: `${limit} ×`,
        isWithin: ratio <= limit,
      },
      {
        name: `… one of the ${identities} found`,
        value: `${(await timeToFind(page)).toFixed(0)} ms`,
      },
    ]);
  });

/** From a reload until all methods are counted, the first are listed, and others can be added, in milliseconds. */
async function timeToUsable(page: Page, control: string, size: Size): Promise<number> {
  await offer(page, size.connections);
  for (let count = await methodsOn(page); count < size.identities; count++) {
    await linkOneMore(control);
  }
  await page.reload();
  const durations = await timedEach(rounds, async () => {
    await page.reload();
    await page.locator('#methods + .count', { hasText: `${size.identities}` }).waitFor();
    await page.getByRole('list', { name: 'Sign-in methods' }).first().waitFor();
    await page.locator(selectorOf('add-method')).waitFor();
  });

  return quantile(durations);
}

const methodsOn = async (page: Page): Promise<number> =>
  Number(await page.locator('#methods + .count').textContent());

/** Has the page offer so many connections from its next load on. */
async function offer(page: Page, count: number): Promise<void> {
  const response = await page.request.get('config.json');
  const config = (await response.json()) as { readonly connections: readonly object[] };
  const others = Array.from(
    { length: Math.max(0, count - config.connections.length) },
    (_, at) => ({
      name: `company-${at}`,
      strategy: 'samlp',
      label: `Company ${at}`,
    }),
  );
  const json = { ...config, connections: [...config.connections, ...others] };
  await page.route('**/config.json', (route) => route.fulfill({ response, json }));
}

/** From the last letter that is typed until only what has it is listed, in milliseconds. */
async function timeToFind(page: Page): Promise<number> {
  const field = page.locator(selectorOf('find-method'));
  const durations = await timedEach(rounds, async () => {
    await field.fill('email and password');
    await page
      .getByRole('status')
      .filter({ hasText: 'Showing 1 of' })
      .waitFor({ state: 'attached' });
    await field.fill('');
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
