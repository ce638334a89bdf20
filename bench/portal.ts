import { chromium, type Browser, type Page } from '@playwright/test';

import { selectorOf } from '../src/app/actions/action.ts';
import { readAppConfig, tenantOrigin } from '../scripts/lib/app-config.ts';
import { browserArguments, isRoot } from '../scripts/lib/browsers/browser-arguments.ts';
import { expectBuiltApp } from '../scripts/lib/build-app.ts';
import { findBrowser } from '../scripts/lib/browsers/find-browser.ts';
import { planLocalServers, startTenant } from '../scripts/serve/local-servers.ts';
import { builtApp, configFile } from '../scripts/lib/paths.ts';
import { serveApp } from '../scripts/serve/serve-app.ts';

export const ada = {
  email: 'ada@example.com',
  password: 'Analytical-1843',
  userId: 'auth0|1fd9e31003bc63f898467e36',
};

/** The built application and a tenant, as a browser meets them. */
export interface ServedPortal {
  readonly browser: Browser;
  readonly appOrigin: string;
  /** Where the tenant's control plane is. */
  readonly control: string;
}

/** Serves the application for as long as something is measured in it. */
export async function withPortal(measure: (portal: ServedPortal) => Promise<void>): Promise<void> {
  expectBuiltApp();
  const port = 4202;
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort: 4402 });
  const tenant = await startTenant(plan);
  const app = await serveApp({ root: builtApp, port, config: plan.config });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    await measure({
      browser,
      appOrigin: app.origin,
      control: `${tenantOrigin(plan.config)}/_tenant/api`,
    });
  } finally {
    await browser.close();
    await Promise.all([app.close(), tenant?.close()]);
  }
}

/** Asks the tenant's control plane for something that it must do. */
export async function callTenant(
  method: 'POST' | 'PUT',
  url: string,
  body: object = {},
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The tenant answered ${response.status} to ${url}`);

  return response.json();
}

/** Signs Ada in on the start page. */
export async function signIn(page: Page): Promise<void> {
  await page.locator(selectorOf('sign-in')).click();
  await page.getByLabel('Email address').fill(ada.email);
  await page.getByLabel('Password').fill(ada.password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('list', { name: 'Sign-in methods' }).waitFor();
}
