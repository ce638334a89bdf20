import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';

import type { Figure } from '../figures.ts';

/** Collects the scripts and styles of our own that a page loads, each once. */
export function loadedFiles(page: Page, origin: string): ReadonlySet<string> {
  const files = new Set<string>();
  page.on('response', (response) => {
    const { origin: from, pathname } = new URL(response.url());
    if (from === origin && /\.(js|css)$/.test(pathname)) files.add(pathname);
  });

  return files;
}

/**
 * Adds up files of a build in kB of brotli at its best. They are read from the build: a browser may have forgotten the
 * body of a page that it has left.
 */
export const sizeOf = (files: Iterable<string>, build: string): number =>
  [...files].reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(join(build, file))).length,
    0,
  ) / 1000;

export const sizeFigure = (name: string, kilobytes: number, limit: number): Figure => ({
  name,
  value: `${kilobytes.toFixed(0)} kB`,
  limit: `${limit} kB`,
  isWithin: Math.round(kilobytes) <= limit,
});
