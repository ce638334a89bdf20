import type { Page } from '@playwright/test';

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
  await page.getByRole('button', { name: 'Link accounts' }).click();
  await page.getByText('Linked', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'Staging' }).click();
  await checksHaveEnded(page);
  await take('checks');
  await takeTrace(page, take);
  await takeDrills(page, take);

  await screenshots.ask('PATCH', '/clients/ligature-spa', {
    web_origins: [],
    callbacks: [`${screenshots.app}/link/callback`],
  });
  await page.getByRole('link', { name: 'Checks', exact: true }).click();
  await page.getByRole('button', { name: 'Run all again' }).click();
  await checksHaveEnded(page);
  await page.getByRole('switch', { name: 'Only what needs a look' }).click();
  await take('broken');
  await page.context().close();
}

const checksHaveEnded = (page: Page): Promise<void> =>
  page.getByText(/^All \d+ checks done/).waitFor();

async function takeTrace(page: Page, take: Take): Promise<void> {
  await page.getByRole('link', { name: 'Trace', exact: true }).click();
  await page.getByLabel('Flow').selectOption({ index: 2 });
  await page.getByRole('button', { name: /POST .*identities/ }).click();
  await take('trace');
}

async function takeDrills(page: Page, take: Take): Promise<void> {
  await page.getByRole('link', { name: 'Drills', exact: true }).click();
  for (const id of ['link-google-oauth2', 'link-github']) {
    await page.locator(`[data-drill="${id}"]`).getByRole('button', { name: /^Run/ }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.getByRole('button', { name: 'Run all' }).waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await take('drills');

  const swap = page.locator('[data-drill="swap"]');
  await swap.getByRole('button', { name: /^Go through/ }).click();
  await proveGoogle(page.getByRole('button', { name: 'Prove the second account' }));
  await page.getByText('ada@example.com').waitFor();
  await swap.evaluate((element) => element.scrollIntoView());
  await take('drill-guide');
  await page.getByRole('button', { name: 'Leave' }).click();
}
