import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';

import type { Engine, EngineBrowser, EngineTab, LaunchOptions } from './engine.ts';

/** No cookies, no storage, no databases, for any site: Firefox's own setting. */
const refusesSiteData = { 'network.cookie.cookieBehavior': 2 };

/** Firefox by WebDriver BiDi, without a window. */
export const firefox = (program: string): Engine => ({
  name: 'firefox',
  launch: (options) => launch(program, options),
});

async function launch(program: string, { siteData }: LaunchOptions): Promise<EngineBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    headless: true,
    executablePath: program,
    defaultViewport: null,
    args: ['--width=1280', '--height=900'],
    extraPrefsFirefox: siteData === 'refused' ? refusesSiteData : {},
  });
  const known = new Map<Page, FirefoxTab>();
  const tabOf = (page: Page): FirefoxTab => {
    const tab = known.get(page) ?? new FirefoxTab(String(known.size), page);
    known.set(page, tab);

    return tab;
  };

  return {
    tabs: async () => {
      for (const page of await browser.pages()) tabOf(page);

      return [...known].filter(([page]) => !page.isClosed()).map(([, tab]) => tab);
    },
    newTab: async () => tabOf(await browser.newPage()),
    close: () => browser.close(),
  };
}

class FirefoxTab implements EngineTab {
  readonly id: string;
  readonly #page: Page;

  constructor(id: string, page: Page) {
    this.id = id;
    this.#page = page;
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  async front(): Promise<void> {
    await this.#page.bringToFront();
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async back(): Promise<void> {
    await this.#page.goBack();
  }

  run(script: string): Promise<unknown> {
    return this.#page.evaluate(`(() => { ${script} })()`);
  }

  async click(script: string): Promise<void> {
    await (await this.#element(script)).click();
  }

  async type(script: string, text: string): Promise<void> {
    const element = await this.#element(script);
    await element.click({ count: 3 });
    await element.type(text);
  }

  async picture(file: string): Promise<void> {
    await this.#page.screenshot({ path: pngOf(file) });
  }

  async close(): Promise<void> {
    await this.#page.close();
    // The browser tells of it a moment later.
    while (!this.#page.isClosed()) await delay(20);
  }

  async #element(script: string): Promise<ElementHandle> {
    const handle = await this.#page.evaluateHandle(`(() => { ${script} })()`);
    const element = handle.asElement();
    if (element === null) throw new Error('There is no such element any more.');

    return element as ElementHandle;
  }
}

const pngOf = (file: string): `${string}.png` => `${file.replace(/\.png$/, '')}.png`;
