import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';

/** What a page is looked at with. */
export interface Device {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

export const desktop: Device = { width: 1280, height: 800, colorScheme: 'light' };
export const phone: Device = { width: 390, height: 844, colorScheme: 'light' };

/** Where pictures go, and in which languages. */
export interface Wanted {
  readonly out: string;
  readonly languages: readonly string[];
}

/** Everything that pictures are made with: a running product, a browser, and a folder to put them into. */
export class Screenshots {
  readonly app: string;
  readonly tenant: string;
  /** The folder that the pictures are written to. */
  readonly out: string;
  readonly languages: readonly string[];
  readonly #browser: Browser;

  constructor(
    servers: { app: string; tenant: string },
    browser: Browser,
    { out, languages }: Wanted,
  ) {
    this.app = servers.app;
    this.tenant = servers.tenant;
    this.#browser = browser;
    this.out = out;
    this.languages = languages;
  }

  /** Opens a page in a fresh browser, that of nobody. */
  async open({ colorScheme, ...viewport }: Device): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.app,
      viewport,
      colorScheme,
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });

    return context.newPage();
  }

  /** Writes what the window shows now, in as few bytes as it can be without looking different. */
  async take(page: Page, name: string): Promise<void> {
    await page.mouse.move(0, 0);
    const shown = await page.screenshot({ animations: 'disabled' });
    const picture = await sharp(shown).png({ palette: true, dither: 0, effort: 10 }).toBuffer();
    await writeFile(join(this.out, `${name}.png`), picture);
  }

  /** Asks the tenant's control plane for something. */
  async ask(method: string, path: string, body: object = {}): Promise<void> {
    const response = await fetch(`${this.tenant}/_tenant/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`);
  }
}
