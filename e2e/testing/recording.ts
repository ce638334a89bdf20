import type { BrowserContext, Page, Request } from '@playwright/test';

import { appOrigin } from './addresses.ts';

interface Seen {
  /** What it is, without what it says: a failing test prints nothing of what was found. */
  readonly where: string;
  readonly text: string;
}

const jwt = /eyJ[\w-]+\.[\w-]+\./;
const secretParameter = /[?&#](access_token|id_token|refresh_token|code_verifier|otp|password)=/;
const code = /[?&#]code=/;
const contact = /[\w.+-]+(@|%40)(acme\.)?example(\.(com|org|net))?\b|(\+|%2B)1555\d+/;
const subject = /\b(auth0|google-oauth2|github|sms|email)(\||%7C)\w/;

/** What a whole journey leaves behind: every request, address, console line and stored value, in every window. */
export class Recording {
  readonly #context: BrowserContext;
  readonly #addresses: Seen[] = [];
  readonly #words: Seen[] = [];

  constructor(context: BrowserContext) {
    this.#context = context;
    context.on('request', (request) => this.#request(request));
    context.on('console', (line) => {
      if (!line.page()?.url().startsWith(appOrigin) || isOfBrowser(line.text())) return;
      this.#words.push(seen('console', line.text()));
    });
    context.on('page', (page) => this.#follow(page));
    context.pages().forEach((page) => this.#follow(page));
  }

  /** Where a secret or a person's address stands that must not. */
  async leaks(): Promise<readonly string[]> {
    const stored = await Promise.all(this.#appPages().map(keptBy));
    const holds = (found: readonly Seen[], what: string, pattern: RegExp): string[] =>
      found.filter(({ text }) => pattern.test(text)).map(({ where }) => `${what} in ${where}`);
    const kept = [...this.#words, ...stored.flat()];

    return [
      ...holds([...this.#addresses, ...kept], 'a token', jwt),
      ...holds(this.#addresses, 'a secret', secretParameter),
      // The answer to a sign-in carries its code to the callback, and nowhere else.
      ...holds(
        this.#addresses.filter(({ text }) => !text.includes('/callback?')),
        'a code',
        code,
      ),
      // The tenant is told whom to expect; the application's own addresses tell nobody.
      ...holds(
        [...this.#addresses.filter(({ text }) => text.startsWith(appOrigin)), ...kept],
        'an address of a person',
        contact,
      ),
      ...holds(kept, 'a subject', subject),
      ...holds(kept, 'what belongs to an answer', /code_verifier/),
    ];
  }

  #request(request: Request): void {
    const { referer = '' } = request.headers();
    this.#addresses.push(seen(`a ${request.resourceType()} request`, request.url()));
    this.#addresses.push(seen('a referrer', referer));
  }

  #follow(page: Page): void {
    page.on('framenavigated', (frame) => this.#addresses.push(seen('the history', frame.url())));
  }

  #appPages(): readonly Page[] {
    return this.#context.pages().filter((page) => page.url().startsWith(appOrigin));
  }
}

/** A browser names each request that CORS keeps from a page, and no page can keep it from that. */
const isOfBrowser = (line: string): boolean => /^Access to \w+ at '[^']*' from origin/.test(line);

const seen = (where: string, text: string): Seen => ({ where, text });

/** What is stored for a page; one that closes meanwhile, as a window does at its end, keeps nothing of its own. */
async function keptBy(page: Page): Promise<readonly Seen[]> {
  try {
    return await storedIn(page);
  } catch (error) {
    if (page.isClosed()) return [];
    throw error;
  }
}

/** Everything that a script of this page could read from the browser's storage. */
const storedIn = (page: Page): Promise<Seen[]> =>
  page.evaluate(async () => {
    // Merely naming what a browser refuses throws, and what it refuses holds nothing.
    const entriesOf = (storage: () => Storage): [string, unknown][] => {
      try {
        return Object.entries(storage());
      } catch {
        return [];
      }
    };
    const entries = [...entriesOf(() => localStorage), ...entriesOf(() => sessionStorage)];
    const found = entries.map(([name, value]) => ({
      where: 'storage',
      text: `${name}=${String(value)}`,
    }));
    found.push({ where: 'a cookie', text: document.cookie });
    const request = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error('IndexedDB cannot be read'));
      });
    let databases: IDBFactory | undefined;
    try {
      databases = indexedDB;
    } catch {
      // Some journeys are made without it.
    }
    for (const { name = '' } of (await databases?.databases()) ?? []) {
      const database = await request(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await request(database.transaction(store).objectStore(store).getAll());
        found.push({ where: 'IndexedDB', text: JSON.stringify(values) });
      }
      database.close();
    }

    return found;
  });
