import type { BrowserContext, Page } from '@playwright/test';

type Config = Readonly<Record<string, unknown>>;

interface Delivery {
  /** Makes another configuration of the one that is served. */
  readonly change?: (config: Config) => object;
  /** How far the clock of the application's server is ahead of this device. */
  readonly aheadSeconds?: number;
}

/**
 * Has a page, or each page of a browser, start with another `config.json`. The one that is served is asked for once, now: no answer is
 * on its way any more when the page is left, or when the test ends.
 */
export async function deliverConfig(
  target: Page | BrowserContext,
  { change = (config) => config, aheadSeconds = 0 }: Delivery,
): Promise<void> {
  const response = await target.request.get('config.json');
  const json = change((await response.json()) as Config);
  await target.route('**/config.json', (route) => {
    const date = new Date(Date.now() + aheadSeconds * 1000).toUTCString();

    return route.fulfill({ response, json, headers: { ...response.headers(), date } });
  });
}

/** Has a page start with other settings of its tenant. */
export const changeTenant = (page: Page, settings: object): Promise<void> =>
  deliverConfig(page, {
    change: ({ tenant, ...config }) => ({
      ...config,
      tenant: { ...(tenant as object), ...settings },
    }),
  });
