import { chromium } from '@playwright/test';

import { buildExample, builtExample } from '../../scripts/examples/build-example.ts';
import { serveExample } from '../../scripts/examples/serve-example.ts';
import { browserArguments, isRoot } from '../../scripts/lib/browsers/browser-arguments.ts';
import { findBrowser } from '../../scripts/lib/browsers/find-browser.ts';
import { printFigures } from '../figures.ts';
import { loadedFiles, sizeFigure, sizeOf } from './loaded-files.ts';
import { ada } from '../portal.ts';

const example = 'portal-angular';
const ports = { port: 4395, tenantPort: 4396 };
const site = `http://localhost:${ports.port}`;

/**
 * Measures what Ligature adds to a portal that has Angular, the router and auth0-angular: what a browser loads from the
 * portal's first page to a usable account page, whoever's code it is, in brotli at its best.
 */
export async function benchEmbed(): Promise<void> {
  await buildExample(example);
  const served = await serveExample(example, ports);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    const page = await browser.newPage({ baseURL: site });
    const loaded = loadedFiles(page, site);
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter the portal' }).click();
    await page.getByLabel('Email address', { exact: true }).fill(ada.email);
    await page.getByLabel('Password').fill(ada.password);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Leave the portal' }).waitFor();
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByText(`Reports for ${ada.userId}`).waitFor();
    const before = new Set(loaded);
    await page.getByRole('link', { name: 'Sign-in methods' }).click();
    await page.getByRole('list', { name: 'Sign-in methods' }).waitFor();
    const added = [...loaded].filter((file) => !before.has(file));

    printFigures([
      {
        name: 'the portal until it is opened',
        value: `${sizeOf(before, builtExample(example)).toFixed(0)} kB`,
      },
      sizeFigure(
        'from there until the account page is usable',
        sizeOf(added, builtExample(example)),
        90,
      ),
    ]);
  } finally {
    await browser.close();
    await served.close();
  }
}
