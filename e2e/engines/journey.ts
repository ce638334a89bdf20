import type { Transport } from '../testing/kinds.ts';
import type { LocalTenant } from '../testing/local-tenant.ts';
import type { EngineBrowser, EngineName, LaunchOptions } from './engine.ts';
import { Tab } from './tab.ts';

/** What a journey has to itself: a browser, and a portal with a tenant that nobody has used. */
export class Stage {
  readonly app: string;
  readonly tenant: LocalTenant;
  readonly #browser: EngineBrowser;

  constructor(browser: EngineBrowser, app: string, tenant: LocalTenant) {
    this.#browser = browser;
    this.app = app;
    this.tenant = tenant;
  }

  newTab = async (): Promise<Tab> => new Tab(await this.#browser.newTab());

  tabs = async (): Promise<readonly Tab[]> =>
    (await this.#browser.tabs()).map((tab) => new Tab(tab));

  /** Does what opens a window, and gives the window. */
  async windowBy(act: () => Promise<void>): Promise<Tab> {
    const before = new Set((await this.#browser.tabs()).map(({ id }) => id));
    await act();
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      const opened = (await this.#browser.tabs()).find(({ id }) => !before.has(id));
      if (opened !== undefined) return new Tab(opened);
    }
    throw new Error('No window has opened.');
  }

  /** Waits until so many tabs and windows are open. */
  async hasTabs(count: number): Promise<void> {
    let open = 0;
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      open = (await this.#browser.tabs()).length;
      if (open === count) return;
    }
    throw new Error(`${open} tabs and windows are open, not ${count}.`);
  }
}

/** Something that people do from one end to the other, written once for every engine. */
export interface Journey {
  readonly title: string;
  /** The only engines in which it can be made; else all of them. */
  readonly engines?: readonly (EngineName | 'chromium')[];
  /** How a second sign-in travels, by the name of its connection; else as `config.json` has it. */
  readonly travels?: Readonly<Record<string, Transport>>;
  readonly siteData?: LaunchOptions['siteData'];
  readonly go: (tab: Tab, stage: Stage) => Promise<void>;
}

export interface Configuration {
  readonly connections?: readonly object[];
}

/** The configuration of a portal for a journey. */
export const configurationFor = <Config extends Configuration>(
  { travels = {} }: Journey,
  config: Config,
): Config => ({
  ...config,
  connections: (config.connections ?? []).map((connection) => {
    const name = 'name' in connection ? String(connection.name) : '';
    const transport = travels[name];

    return transport === undefined ? connection : { ...connection, transport };
  }),
});
