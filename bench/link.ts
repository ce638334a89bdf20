import type { Browser, Page, Request } from '@playwright/test';

import { selectorOf } from '../src/app/actions/action.ts';
import { printFigures } from './figures.ts';
import { isQuick, quantile } from './measure.ts';
import { ada, callTenant, signIn, withPortal, type ServedPortal } from './portal.ts';

const rounds = isQuick ? 1 : 9;
const limit = 1.25;

/** A Management call as the application has made it. */
interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** When it left, and when it had been answered, in milliseconds. */
  readonly sentAtMs: number;
  readonly reachedAtMs: number;
  readonly answeredAtMs: number;
}

/** Measures how long a link takes from the click to `Linked`, over the same calls made bare in the same browser. */
export const benchLink = (): Promise<void> =>
  withPortal(async (portal) => {
    const linked: number[] = [];
    const bare: number[] = [];
    const blindTimes: number[] = [];
    let calls: readonly Call[] = [];
    for (let round = 0; round <= rounds; round++) {
      await callTenant('POST', `${portal.control}/reset`);
      const link = await timeLink(portal);
      ({ calls } = link);
      await callTenant('PUT', `${portal.control}/snapshot`, link.before);
      linked.push(link.tookMs);
      blindTimes.push(blindMs(calls));
      bare.push(await timeBare(portal.browser, portal.appOrigin, groupsOf(calls)));
    }
    // The first round also warms the servers and the browser.
    const [withUs, without] = [quantile(linked.slice(1)), quantile(bare.slice(1))];
    const ratio = withUs / without;

    printFigures([
      {
        name: 'from the last reading’s answer to the link’s arrival, median and longest',
        value: `${quantile(blindTimes.slice(1)).toFixed(1)} and ${Math.max(...blindTimes.slice(1)).toFixed(1)} ms`,
      },
      {
        name: 'calls between the click and Linked, side by side with +',
        value: groupsOf(calls)
          .map((group) => group.map(method).join('+'))
          .join(' '),
      },
      { name: `… made bare, median of ${rounds}`, value: `${without.toFixed(0)} ms` },
      {
        name: '… from the click to Linked, over that',
        value: `${ratio.toFixed(2)} ×`,
        limit: `${limit} ×`,
        isWithin: ratio <= limit,
      },
    ]);
  });

const method = (call: Call): string => call.method;

async function timeLink({ browser, appOrigin, control }: ServedPortal) {
  const context = await browser.newContext({ baseURL: appOrigin });
  const page = await context.newPage();
  await page.goto('/');
  await signIn(page);
  await page.locator(selectorOf('add-method')).click();
  const popup = page.waitForEvent('popup');
  await page.locator(`dialog[open] ${selectorOf('open-link', 'google-oauth2')}`).click();
  await (await popup).getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await page.locator(selectorOf('link-accounts')).waitFor();
  const bothAreMine = page.locator(selectorOf('both-are-mine'));
  if (await bothAreMine.isVisible()) await bothAreMine.check();
  const button = page.locator(`${selectorOf('link-accounts')}:enabled:not([aria-disabled="true"])`);
  await button.waitFor();
  const before = (await (await fetch(`${control}/snapshot`)).json()) as object;
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await measureInPage(page);
  await button.click();
  const tookMs = await page.evaluate<number>('window.linked');
  const calls = requests.filter((one) => one.url().includes('/api/v2/users/')).map(callOf);
  await context.close();

  return { tookMs, calls, before };
}

/** For how long nobody looks at the accounts before they are linked, in milliseconds. */
function blindMs(calls: readonly Call[]): number {
  const at = calls.findIndex((call) => method(call) === 'POST');
  const seen = calls.slice(0, at).map(({ answeredAtMs }) => answeredAtMs);

  return (calls[at]?.reachedAtMs ?? 0) - Math.max(...seen);
}

/** What was sent side by side belongs together: each call of a group left before any of it had been answered. */
function groupsOf(calls: readonly Call[]): readonly (readonly Call[])[] {
  const groups: Call[][] = [];
  for (const call of calls) {
    const group = groups.at(-1);
    if (group?.every(({ answeredAtMs }) => call.sentAtMs < answeredAtMs) === true) group.push(call);
    else groups.push([call]);
  }

  return groups;
}

/** Counts in the page itself, so that nothing between it and this script counts. */
const measureInPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const state = window as unknown as { linked: Promise<number> };
    state.linked = new Promise((resolve) => {
      let pressed = 0;
      document.addEventListener('click', () => (pressed = performance.now()), {
        capture: true,
        once: true,
      });
      new MutationObserver(() => {
        const said = document.querySelector('[role=status]')?.textContent ?? '';
        if (said.includes('Linked')) resolve(performance.now() - pressed);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });

function callOf(request: Request): Call {
  const { authorization = '', 'content-type': type } = request.headers();
  const timing = request.timing();

  return {
    url: request.url(),
    method: request.method(),
    headers: { authorization, ...(type !== undefined && { 'content-type': type }) },
    body: request.postData(),
    sentAtMs: timing.startTime,
    reachedAtMs: timing.startTime + Math.max(0, timing.requestStart),
    answeredAtMs: timing.startTime + timing.responseEnd,
  };
}

/** The same calls in the same order, with nothing around them, from a page that has made none yet. */
async function timeBare(
  browser: Browser,
  appOrigin: string,
  groups: readonly (readonly Call[])[],
): Promise<number> {
  const context = await browser.newContext({ baseURL: appOrigin });
  const page = await context.newPage();
  await page.goto('/');
  await page.locator(selectorOf('sign-in')).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const tookMs = await page.evaluate(async (list) => {
    const startedAtMs = performance.now();
    for (const group of list) {
      await Promise.all(
        group.map(async ({ url, method, headers, body }) => {
          const response = await fetch(url, { method, headers, body });
          if (!response.ok) throw new Error(`${method} was answered with ${response.status}`);
          await response.json();
        }),
      );
    }

    return performance.now() - startedAtMs;
  }, groups);
  await context.close();

  return tookMs;
}
