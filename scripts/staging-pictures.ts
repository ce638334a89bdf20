import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';

import { readAppConfig } from './app-config.ts';
import { browserArguments, isRoot } from './browser-arguments.ts';
import { expectBuiltApp } from './build-app.ts';
import { findBrowser } from './find-browser.ts';
import { planLocalServers, startTenant } from './local-servers.ts';
import { builtApp, configFile, repository } from './paths.ts';
import { runCommand } from './run-command.ts';
import { serveApp } from './serve-app.ts';

const [port, tenantPort] = [4203, 4403];
const images = join(repository, 'docs', 'images');
const control = `http://localhost:${tenantPort}/_tenant/api`;

/** Takes the pictures of docs/staging.md from the built application: `node scripts/staging-pictures.ts`. */
await runCommand(async () => {
  expectBuiltApp();
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort });
  const tenant = await startTenant(plan);
  const app = await serveApp({ root: builtApp, port, config: plan.config });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    await takePictures(browser, { width: 1280, height: 900, colorScheme: 'light', suffix: '' });
    await takePictures(browser, { width: 390, height: 844, colorScheme: 'dark', suffix: '-phone' });
  } finally {
    await browser.close();
    await Promise.all([app.close(), tenant?.close()]);
  }
});

interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly suffix: string;
}

async function takePictures(
  browser: Browser,
  { width, height, colorScheme, suffix }: Look,
): Promise<void> {
  await fetch(`${control}/reset`, { method: 'POST' });
  const page = await browser.newPage({
    baseURL: `http://localhost:${port}`,
    viewport: { width, height },
    colorScheme,
    locale: 'en-US',
  });
  const picture = (name: string) =>
    page.screenshot({
      path: join(images, `staging-${name}${suffix}.png`),
      animations: 'disabled',
    });

  await linkGoogle(page);
  await page.getByRole('link', { name: 'Staging' }).click();
  await page.getByText(/^All \d+ checks done/).waitFor();
  await picture('checks');
  await page.getByRole('link', { name: 'Trace', exact: true }).click();
  await page.getByLabel('Flow').selectOption({ index: 2 });
  await page.getByRole('button', { name: /POST .*identities/ }).click();
  await picture('trace');

  await drillPictures(page, picture);

  await changeClient({ web_origins: [], callbacks: [`http://localhost:${port}/link/callback`] });
  await page.getByRole('link', { name: 'Checks', exact: true }).click();
  await page.getByRole('button', { name: 'Run all again' }).click();
  await page.getByText(/^All \d+ checks done/).waitFor();
  await page.getByRole('switch', { name: 'Only what needs a look' }).click();
  await picture('broken');
  await page.close();
}

async function drillPictures(page: Page, picture: (name: string) => Promise<unknown>) {
  await page.getByRole('link', { name: 'Drills', exact: true }).click();
  for (const id of ['link-google-oauth2', 'link-github']) {
    await page.locator(`[data-drill="${id}"]`).getByRole('button', { name: /^Run/ }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.getByRole('button', { name: 'Run all' }).waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture('drills');
  const swap = page.locator('[data-drill="swap"]');
  await swap.getByRole('button', { name: /^Go through/ }).click();
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Prove the second account' }).click(),
  ]);
  await popup.getByRole('button', { name: 'Continue as ada@example.com' }).click();
  await page.getByText('ada@example.com').waitFor();
  await swap.scrollIntoViewIfNeeded();
  await swap.evaluate((element) => element.scrollIntoView());
  await picture('drill-guide');
  await page.getByRole('button', { name: 'Leave' }).click();
}

async function linkGoogle(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill('ada@example.com');
  await page.getByLabel('Password').fill('Analytical-1843');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('link', { name: 'Link Google' }).first().click();
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Continue with Google' }).click(),
  ]);
  await popup.getByRole('button', { name: 'Continue as ada@example.com' }).click();
  await page.getByRole('button', { name: 'Link accounts' }).click();
  await page.getByText('Linked', { exact: true }).waitFor();
}

async function changeClient(settings: object): Promise<void> {
  await fetch(`${control}/clients/ligature-spa`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
}
