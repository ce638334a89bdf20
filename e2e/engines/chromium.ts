import type { BrowserContext, ElementHandle, Page } from '@playwright/test';

import type { EngineBrowser, EngineTab } from './engine.ts';

/** A context of Playwright's, as the journeys know a browser; Playwright itself closes it. */
export function chromiumOf(context: BrowserContext): EngineBrowser {
  const known = new Map<Page, ChromiumTab>();
  const tabOf = (page: Page): ChromiumTab => {
    const tab = known.get(page) ?? new ChromiumTab(String(known.size), page);
    known.set(page, tab);

    return tab;
  };

  return {
    tabs: () => Promise.resolve(context.pages().map(tabOf)),
    newTab: async () => tabOf(await context.newPage()),
    close: () => Promise.resolve(),
  };
}

class ChromiumTab implements EngineTab {
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
    await (await this.#element(script)).fill(text);
  }

  async picture(file: string): Promise<void> {
    await this.#page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  async #element(script: string): Promise<ElementHandle<HTMLElement>> {
    const handle = await this.#page.evaluateHandle<HTMLElement | null>(`(() => { ${script} })()`);
    const element = handle.asElement();
    if (element === null) throw new Error('There is no such element any more.');

    return element;
  }
}
