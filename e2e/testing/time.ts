import type { Page } from '@playwright/test';

import { deliverConfig } from './app-config.ts';
import { localTenant } from './local-tenant.ts';

/** Has the application's own server say that it is later than this device thinks. */
export const serverIsAhead = (page: Page, seconds: number): Promise<void> =>
  deliverConfig(page, { aheadSeconds: seconds });

/** Time passes, for the tenant and for the application's server alike. */
export async function timePasses(page: Page, seconds: number): Promise<void> {
  await localTenant.moveClock(seconds);
  await serverIsAhead(page, seconds);
}

/** The same while a page stands open, whose device knows of it as well. */
export async function timePassesHere(page: Page, seconds: number): Promise<void> {
  await timePasses(page, seconds);
  await page.clock.setSystemTime(Date.now() + seconds * 1000);
}
