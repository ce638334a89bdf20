import type { Page } from '@playwright/test';

import type { LocalTenant } from '../local-tenant.ts';
import { isOf, type Case } from './matrix.ts';

/**
 * Lets the fault happen on just the request that the case is about. Gives a promise that resolves when the page
 * itself was reloaded or closed by it, and else never.
 */
export async function arm(
  page: Page,
  tried: Case,
  tenant: LocalTenant,
): Promise<{ readonly happened: Promise<'interrupted'> }> {
  let seen = 0;
  let interrupt: () => void = () => undefined;
  const happened = new Promise<'interrupted'>((resolve) => {
    interrupt = () => resolve('interrupted');
  });
  const { step, fault } = tried;

  await page.route('**/*', async (route, request) => {
    if (!isOf(tried, request)) return route.fallback();
    seen += 1;
    if (seen !== step.nth) return route.fallback();
    if (typeof fault.then === 'object') {
      const match = { method: step.method, path: step.path(tried.direction) };
      await tenant.fault({ match, when: fault.when, times: 1, then: fault.then });

      return route.continue();
    }
    await route.fetch().catch(() => undefined);
    if (fault.then === 'close') await page.close();
    else await page.goto('/account').catch(() => undefined);
    interrupt();
  });

  return { happened };
}
