import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import type { WebKitPrograms } from '../../scripts/lib/browsers/find-engine.ts';
import type { Engine, EngineBrowser, EngineTab } from './engine.ts';
import { elementIn, WebDriver } from './web-driver.ts';

/** WebKit in the browser that Debian ships with its driver, on a screen of its own that nobody sees. */
export const webkit = (programs: WebKitPrograms): Engine => ({
  name: 'webkit',
  launch: ({ siteData }) => {
    if (siteData === 'refused') throw new Error('WebKit cannot be told to refuse site data.');

    return launch(programs);
  },
});

async function launch({ driver, browser, screen }: WebKitPrograms): Promise<EngineBrowser> {
  const display = spawn(screen, ['-displayfd', '1', '-screen', '0', '1280x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(display.stdout, 'data')) as [Buffer];
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${number.toString().trim()}` },
    stdio: 'ignore',
  });
  // Whoever stops the journeys does not want their browsers to live on.
  const stop = (): void => {
    server.kill();
    display.kill();
  };
  process.once('exit', stop);
  const end = async (): Promise<void> => {
    await ended(server);
    await ended(display);
    process.off('exit', stop);
  };
  try {
    const session = await sessionAt(`http://127.0.0.1:${port}`, browser);
    await session.ask('POST', '/timeouts', { pageLoad: 60_000, script: 30_000 });
    await session.ask('POST', '/window/rect', { x: 0, y: 0, width: 1200, height: 940 });

    return browserOf(session, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function browserOf(session: WebDriver, end: () => Promise<void>): EngineBrowser {
  const tabOf = (id: unknown): WebKitTab => new WebKitTab(session, String(id));

  return {
    tabs: async () =>
      ((await session.inTurn(() => session.ask('GET', '/window/handles'))) as unknown[]).map(tabOf),
    newTab: async () => {
      const opened = await session.inTurn(() =>
        session.ask('POST', '/window/new', { type: 'tab' }),
      );

      return tabOf((opened as { readonly handle: unknown }).handle);
    },
    close: async () => {
      await session.ask('DELETE', '').catch(() => undefined);
      await end();
    },
  };
}

class WebKitTab implements EngineTab {
  readonly id: string;
  readonly #session: WebDriver;

  constructor(session: WebDriver, id: string) {
    this.#session = session;
    this.id = id;
  }

  open = (url: string): Promise<void> => this.#does('/url', { url });
  front = (): Promise<void> => this.#here(() => Promise.resolve());
  reload = (): Promise<void> => this.#does('/refresh', {});
  back = (): Promise<void> => this.#does('/back', {});

  run(script: string): Promise<unknown> {
    return this.#here(() => this.#script(script));
  }

  click(script: string): Promise<void> {
    return this.#here(async () => {
      await this.#session.ask('POST', `/element/${await this.#element(script)}/click`, {});
    });
  }

  type(script: string, text: string): Promise<void> {
    return this.#here(async () => {
      const element = await this.#element(script);
      await this.#session.ask('POST', `/element/${element}/clear`, {});
      await this.#session.ask('POST', `/element/${element}/value`, { text });
    });
  }

  async picture(file: string): Promise<void> {
    const png = await this.#here(() => this.#session.ask('GET', '/screenshot'));
    await writeFile(file, Buffer.from(String(png), 'base64'));
  }

  close(): Promise<void> {
    return this.#here(async () => {
      await this.#session.ask('DELETE', '/window');
    });
  }

  #does(path: string, body: object): Promise<void> {
    return this.#here(async () => {
      await this.#session.ask('POST', path, body);
    });
  }

  /** A session has one window at a time. */
  #here<Result>(commands: () => Promise<Result>): Promise<Result> {
    return this.#session.inTurn(async () => {
      await this.#session.ask('POST', '/window', { handle: this.id });

      return commands();
    });
  }

  #script(script: string): Promise<unknown> {
    return this.#session.ask('POST', '/execute/sync', { script, args: [] });
  }

  async #element(script: string): Promise<string> {
    return elementIn(await this.#script(script));
  }
}

async function sessionAt(address: string, browser: string): Promise<WebDriver> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await new WebDriver(address).session({
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      });
    } catch (error) {
      // The driver may still be starting.
      if (!(error instanceof TypeError) || Date.now() > end) throw error;
      await delay(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');

  return address.port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
