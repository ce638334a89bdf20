import { chromium, type Browser, type Page } from '@playwright/test';

import { buildExample, builtExample } from '../../scripts/examples/build-example.ts';
import { serveExample } from '../../scripts/examples/serve-example.ts';
import { browserArguments, isRoot } from '../../scripts/lib/browsers/browser-arguments.ts';
import { findBrowser } from '../../scripts/lib/browsers/find-browser.ts';
import { printFigures, type Figure } from '../figures.ts';
import { loadedFiles, sizeFigure, sizeOf } from './loaded-files.ts';
import { ada } from '../portal.ts';

const example = 'portal-angular';
const plain = 'portal-plain';
const ports = { port: 4395, tenantPort: 4396 };
const site = `http://localhost:${ports.port}`;

/** Measures what Ligature costs a portal: one that has Angular, and one that has nothing. */
export async function benchEmbed(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    printFigures([...(await inAngular(browser)), await byElement(browser)]);
  } finally {
    await browser.close();
  }
}

/**
 * Measures what Ligature adds to a portal that has Angular, the router and auth0-angular: what a browser loads from the
 * portal's first page to a usable account page, whoever's code it is, in brotli at its best.
 */
async function inAngular(browser: Browser): Promise<readonly Figure[]> {
  await buildExample(example);
  const served = await serveExample(example, ports);
  const page = await browser.newPage({ baseURL: site });
  try {
    const loaded = loadedFiles(page, site);
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter the portal' }).click();
    await submitPassword(page);
    await page.getByRole('button', { name: 'Leave the portal' }).waitFor();
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByText(`Reports for ${ada.userId}`).waitFor();
    const before = new Set(loaded);
    await page.getByRole('link', { name: 'Sign-in methods' }).click();
    await page.getByRole('list', { name: 'Sign-in methods' }).waitFor();
    const added = [...loaded].filter((file) => !before.has(file));

    return [
      {
        name: 'the portal until it is opened',
        value: `${sizeOf(before, builtExample(example)).toFixed(0)} kB`,
      },
      sizeFigure(
        'from there until the account page is usable',
        sizeOf(added, builtExample(example)),
        90,
      ),
    ];
  } finally {
    await page.close();
    await served.close();
  }
}

/** Measures what a browser loads of the element, in a portal that has nothing else, until its account page is usable. */
async function byElement(browser: Browser): Promise<Figure> {
  await buildExample(plain);
  const served = await serveExample(plain, ports);
  const page = await browser.newPage({ baseURL: site });
  try {
    const loaded = loadedFiles(page, site);
    await page.goto('/account.html');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await submitPassword(page);
    await page.getByRole('list', { name: 'Sign-in methods' }).waitFor();
    const own = [...loaded].filter((file) => file.startsWith('/ligature/'));

    return sizeFigure(
      'the element until its account page is usable',
      sizeOf(own, builtExample(plain)),
      220,
    );
  } finally {
    await page.close();
    await served.close();
  }
}

async function submitPassword(page: Page): Promise<void> {
  await page.getByLabel('Email address', { exact: true }).fill(ada.email);
  await page.getByLabel('Password').fill(ada.password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}
