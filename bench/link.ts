import type { Browser, Page, Request } from '@playwright/test';

import { printFigures } from './figures.ts';
import { quantile } from './measure.ts';
import { ada, direct, signIn, withPortal, type ServedPortal } from './portal.ts';

const rounds = 9;
const limit = 1.25;

/** A Management call as the application has made it. */
interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Measures how long a link takes from the click to `Linked`, over the same calls made bare in the same browser. */
export const benchLink = (): Promise<void> =>
  withPortal(async (portal) => {
    const linked: number[] = [];
    const bare: number[] = [];
    let calls: readonly Call[] = [];
    for (let round = 0; round <= rounds; round++) {
      await direct('POST', `${portal.control}/reset`);
      const link = await timeLink(portal);
      ({ calls } = link);
      await direct('PUT', `${portal.control}/snapshot`, link.before);
      linked.push(link.took);
      bare.push(await timeBare(portal.browser, portal.appOrigin, calls));
    }
    // The first round also warms the servers and the browser.
    const [withUs, without] = [quantile(linked.slice(1)), quantile(bare.slice(1))];
    const ratio = withUs / without;

    printFigures([
      { name: 'calls between the click and Linked', value: calls.map(method).join(' ') },
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
  await page.locator('a', { hasText: 'Link Google' }).last().click();
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await (await popup).getByRole('button', { name: `Continue as ${ada.email}` }).click();
  const button = page.locator('button:enabled', { hasText: 'Link accounts' });
  await button.waitFor();
  const before = (await (await fetch(`${control}/snapshot`)).json()) as object;
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await measureInPage(page);
  await button.click();
  const took = await page.evaluate<number>('window.linked');
  const calls = requests.filter((one) => one.url().includes('/api/v2/users/')).map(callOf);
  await context.close();

  return { took, calls, before };
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

  return {
    url: request.url(),
    method: request.method(),
    headers: { authorization, ...(type !== undefined && { 'content-type': type }) },
    body: request.postData(),
  };
}

/** The same calls one after the other, with nothing around them, from a page that has made none yet. */
async function timeBare(
  browser: Browser,
  appOrigin: string,
  calls: readonly Call[],
): Promise<number> {
  const context = await browser.newContext({ baseURL: appOrigin });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const took = await page.evaluate(async (list) => {
    const startedAt = performance.now();
    for (const { url, ...init } of list) {
      const response = await fetch(url, init);
      if (!response.ok) throw new Error(`${init.method} was answered with ${response.status}`);
      await response.json();
    }

    return performance.now() - startedAt;
  }, calls);
  await context.close();

  return took;
}
