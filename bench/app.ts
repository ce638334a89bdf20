import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';

import { selectorOf } from '../src/app/actions/action.ts';
import { builtApp } from '../scripts/lib/paths.ts';
import { printFigures, type Figure } from './figures.ts';
import { signIn, withPortal } from './portal.ts';

/** Measures what the application makes a browser load, in brotli at its best, and prints it beside the limits. */
export const benchApp = (): Promise<void> =>
  withPortal(async ({ browser, appOrigin }) => {
    const page = await browser.newPage({ baseURL: appOrigin });
    const loaded = countLoaded(page, appOrigin);
    await page.goto('/');
    await page.locator(selectorOf('sign-in')).waitFor();
    const welcome = loaded();
    await signIn(page);
    const account = loaded();

    printFigures([
      size('first load of /, JavaScript and CSS, brotli', welcome, 140),
      size('all of /account until usable, brotli', account, 220),
    ]);
  });

/** Adds up the scripts and styles of our own that a page has loaded, each once, in kB of brotli. */
function countLoaded(page: Page, appOrigin: string): () => number {
  const files = new Set<string>();
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin === appOrigin && /\.(js|css)$/.test(pathname)) files.add(pathname);
  });

  // Read from the build: a browser may have forgotten the body of a page that it has left.
  return () =>
    [...files].reduce((sum, file) => sum + compressedSize(join(builtApp, file)), 0) / 1000;
}

const compressedSize = (file: string): number => brotliCompressSync(readFileSync(file)).length;

const size = (name: string, kilobytes: number, limit: number): Figure => ({
  name,
  value: `${kilobytes.toFixed(0)} kB`,
  limit: `${limit} kB`,
  isWithin: kilobytes <= limit,
});
