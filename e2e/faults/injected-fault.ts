import type { Page, Request } from '@playwright/test';

import type { LocalTenant } from '../testing/local-tenant.ts';
import { serverIsAhead } from '../testing/time.ts';
import type { Case } from './matrix.ts';
import { finalWrite, type Asked } from './steps.ts';

/** Longer than a sign-in stays fresh enough for a link, in seconds. */
const staleSeconds = 400;

/** The one thing that goes wrong in a case. */
export interface InjectedFault {
  /** Resolves when the page itself was loaded again or closed by it, and else never. */
  readonly interrupted: Promise<'interrupted'>;
  readonly hasHappened: () => boolean;
}

/** Makes it so that the case's request will be made; to be called with the account on the page. */
export async function arrange(
  page: Page,
  { step: { flow, given }, direction }: Case,
  tenant: LocalTenant,
): Promise<void> {
  if (given === 'lostWrite') {
    const match = finalWrite[flow](direction);
    await tenant.fault({ match, when: 'after', times: 1, then: { drop: true } });
  }
  if (given === 'agedSignIn') {
    await tenant.moveClock(staleSeconds);
    await serverIsAhead(page, staleSeconds);
    await page.goto('/account');
  }
}

/** Lets the fault happen on just the request that the case is about. */
export async function injectFault(
  page: Page,
  tried: Case,
  tenant: LocalTenant,
): Promise<InjectedFault> {
  const { step, fault, direction } = tried;
  const asked = step.asks(direction);
  let seen = 0;
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<'interrupted'>((resolve) => {
    interrupt = () => resolve('interrupted');
  });

  await page.context().route('**/*', async (route, request) => {
    if (!isOf(asked, request)) return route.fallback();
    seen += 1;
    if (seen !== step.nth) return route.fallback();
    if (typeof fault.then === 'object') {
      await tenant.fault({ match: asked, when: fault.when, times: 1, then: fault.then });

      return route.continue();
    }
    await route.fetch().catch(() => undefined);
    interrupt();
    if (fault.then === 'close') await page.close();
    else await page.goto('/account').catch(() => undefined);
    // Where a window has asked, it is still there.
    await route.abort().catch(() => undefined);
  });

  return { interrupted, hasHappened: () => seen >= step.nth };
}

const isOf = ({ method, path }: Asked, request: Request): boolean =>
  request.method() === method && decodeURIComponent(new URL(request.url()).pathname) === path;
