import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';

import { readAppConfig } from '../scripts/app-config.ts';
import { browserArguments, isRoot } from '../scripts/browser-arguments.ts';
import { expectBuiltApp } from '../scripts/build-app.ts';
import { findBrowser } from '../scripts/find-browser.ts';
import { startTenant, planLocalServers } from '../scripts/local-servers.ts';
import { builtApp, configFile } from '../scripts/paths.ts';
import { serveApp } from '../scripts/serve-app.ts';
import { type Figure, figureTable } from './tenant-figures.ts';

const port = 4202;
const ada = { email: 'ada@example.com', password: 'Analytical-1843' };

/** Measures what the application makes a browser load, in brotli at its best, and prints it beside the limits. */
export async function benchApp(): Promise<void> {
  expectBuiltApp();
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort: 4402 });
  const tenant = await startTenant(plan);
  const app = await serveApp({ root: builtApp, port, config: plan.config });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    const page = await browser.newPage({ baseURL: app.origin });
    const loaded = countLoaded(page);
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    const welcome = loaded();
    await signIn(page);
    const account = loaded();

    const figures = [
      size('first load of /, JavaScript and CSS, brotli', welcome, 140),
      size('all of /account until usable, brotli', account, 220),
    ];
    console.log(figureTable(figures));
    if (figures.some(({ isWithin }) => isWithin === false)) process.exitCode = 1;
  } finally {
    await browser.close();
    await Promise.all([app.close(), tenant?.close()]);
  }
}

/** Adds up the scripts and styles of our own that a page has loaded, each once, in kB of brotli. */
function countLoaded(page: Page): () => number {
  const files = new Set<string>();
  page.on('response', (response) => {
    const { port: from, pathname } = new URL(response.url());
    if (from === String(port) && /\.(js|css)$/.test(pathname)) files.add(pathname);
  });

  // Read from the build: a browser may have forgotten the body of a page that it has left.
  return () =>
    [...files].reduce((sum, file) => sum + compressedSize(join(builtApp, file)), 0) / 1000;
}

const compressedSize = (file: string): number => brotliCompressSync(readFileSync(file)).length;

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill(ada.email);
  await page.getByLabel('Password').fill(ada.password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('list', { name: 'Sign-in methods' }).waitFor();
}

const size = (name: string, kilobytes: number, limit: number): Figure => ({
  name,
  value: `${kilobytes.toFixed(0)} kB`,
  limit: `${limit} kB`,
  isWithin: kilobytes <= limit,
});
