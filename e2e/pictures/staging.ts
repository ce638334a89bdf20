import type { Page } from '@playwright/test';

import { selectorOf } from '../../src/app/actions/action.ts';
import { proveGoogle, reviewGoogle, signIn } from './steps.ts';
import { desktop, phone, type Device, type Screenshots } from './screenshots.ts';

type Take = (name: string) => Promise<void>;

/** Takes the pictures of docs/staging.md, on a desk in the light and on a phone in the dark. */
export async function takeStaging(screenshots: Screenshots): Promise<void> {
  await takeConsole(screenshots, { ...desktop, height: 900 }, '');
  await takeConsole(screenshots, { ...phone, colorScheme: 'dark' }, '-phone');
}

async function takeConsole(
  screenshots: Screenshots,
  device: Device,
  suffix: string,
): Promise<void> {
  await screenshots.ask('POST', '/reset');
  const page = await screenshots.open(device);
  const take: Take = (name) => screenshots.take(page, `staging-${name}${suffix}`);

  await signIn(page);
  await reviewGoogle(page);
  // On a phone the button is live only once the sentence about losses has been in sight, clear of the bar below.
  await page
    .locator(selectorOf('show-losses'))
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.locator(selectorOf('link-accounts')).click();
  await page.locator(selectorOf('go-to-account')).waitFor();

  await page.locator(selectorOf('nav-staging')).click();
  await checksHaveEnded(page);
  await take('checks');
  await takeTrace(page, take);
  await takeDrills(page, take);

  await screenshots.ask('PATCH', '/clients/ligature-spa', {
    web_origins: [],
    callbacks: [`${screenshots.app}/link/callback`],
  });
  await page.locator(selectorOf('nav-checks')).click();
  await page.locator(selectorOf('run-all-checks')).click();
  await checksHaveEnded(page);
  await take('broken');
  await page.context().close();
}

const checksHaveEnded = (page: Page): Promise<void> =>
  page.locator('[data-verdict]:not([data-verdict="running"])').waitFor();

async function takeTrace(page: Page, take: Take): Promise<void> {
  await page.locator(selectorOf('nav-trace')).click();
  await page.locator(selectorOf('choose-flow')).selectOption({ index: 2 });
  await page.getByRole('button', { name: /POST .*identities/ }).click();
  await take('trace');
}

async function takeDrills(page: Page, take: Take): Promise<void> {
  await page.locator(selectorOf('nav-drills')).click();
  for (const id of ['link-google-oauth2', 'link-github']) {
    await page.locator(selectorOf('run-drill', id)).click();
    await page.locator(selectorOf('stop-drills')).waitFor();
    await page.locator(selectorOf('run-all-drills')).waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await take('drills');

  const swap = page.locator('[data-drill="swap"]');
  await page.locator(selectorOf('guide-drill', 'swap')).click();
  await proveGoogle(page.locator(selectorOf('prove-part', 'second')));
  await page.getByText('ada@example.com').waitFor();
  await swap.evaluate((element) => element.scrollIntoView());
  await take('drill-guide');
  await page.locator(selectorOf('leave-drill')).click();
}
