import { setTimeout as delay } from 'node:timers/promises';

import type { EngineTab } from './engine.ts';
import { described, elements, finder, hasFinder, type Target } from './target.ts';

/** Long, since a machine may do many things at once; whoever waits in vain waits once. */
const timeoutMs = 60_000;

/** A tab in the words of a person who uses it. Whatever is looked for is waited for. */
export class Tab {
  readonly id: string;
  readonly #tab: EngineTab;

  constructor(tab: EngineTab) {
    this.id = tab.id;
    this.#tab = tab;
  }

  open = (address: string): Promise<void> => this.#tab.open(address);
  front = (): Promise<void> => this.#tab.front();
  reload = (): Promise<void> => this.#tab.reload();
  back = (): Promise<void> => this.#tab.back();
  close = (): Promise<void> => this.#tab.close();
  picture = (file: string): Promise<void> => this.#tab.picture(file);
  run = (script: string): Promise<unknown> => this.#tab.run(script);

  async press(target: Target): Promise<void> {
    const ready = `${elements(target)}.filter((found) => !found.disabled)`;
    await this.#until(`to press ${described(target)}`, async () => {
      if ((await this.#ask(`return ${ready}.length`)) !== 1) return false;
      await this.#tab.click(`return ${ready}[0]`);

      return true;
    });
  }

  async fill(target: Target, text: string): Promise<void> {
    await this.#until(`to fill ${described(target)}`, async () => {
      if ((await this.#ask(`return ${elements(target)}.length`)) !== 1) return false;
      await this.#tab.type(`return ${elements(target)}[0]`, text);

      return (await this.#ask(`return ${elements(target)}[0].value`)) === text;
    });
  }

  /** Types into a field that may be gone with its last character. */
  async type(target: Target, text: string): Promise<void> {
    await this.#until(`to type into ${described(target)}`, async () => {
      if ((await this.#ask(`return ${elements(target)}.length`)) !== 1) return false;
      await this.#tab.type(`return ${elements(target)}[0]`, text);

      return true;
    });
  }

  sees(role: string, name?: string | RegExp): Promise<void> {
    return this.seesTarget(name === undefined ? { role } : { role, name });
  }

  reads = (text: string | RegExp): Promise<void> => this.seesTarget({ text });

  async seesTarget(target: Target): Promise<void> {
    await this.#until(
      `to see ${described(target)}`,
      async () => ((await this.#ask(`return ${elements(target)}.length`)) as number) > 0,
    );
  }

  async seesNo(target: Target): Promise<void> {
    await this.#until(
      `to see no ${described(target)}`,
      async () => (await this.#ask(`return ${elements(target)}.length`)) === 0,
    );
  }

  /** Waits until what a target's elements say, in their order, is this. */
  async says(target: Target, expected: readonly RegExp[]): Promise<void> {
    let said: readonly string[] = [];
    await this.#until(
      () => `${described(target)} to say ${expected.join(', ')}, not ${JSON.stringify(said)}`,
      async () => {
        said = (await this.#ask(
          `return ${elements(target)}.map((found) => found.textContent)`,
        )) as string[];

        return (
          said.length === expected.length && expected.every((one, at) => one.test(said[at] ?? ''))
        );
      },
    );
  }

  async isAt(address: string | RegExp): Promise<void> {
    let found = '';
    await this.#until(
      () => `the address ${String(address)}, not ${found}`,
      async () => {
        found = String(await this.#tab.run('return location.href'));

        return typeof address === 'string' ? found === address : address.test(found);
      },
    );
  }

  async #ask(script: string): Promise<unknown> {
    if ((await this.#tab.run(hasFinder)) !== true) await this.#tab.run(finder);

    return this.#tab.run(script);
  }

  /** A page may be left while it is being asked; then the next one is. */
  async #until(what: string | (() => string), done: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + timeoutMs;
    let trouble: unknown;
    while (Date.now() < end) {
      try {
        if (await done()) return;
        trouble = undefined;
      } catch (error) {
        trouble = error;
      }
      await delay(100);
    }
    const words = typeof what === 'string' ? what : what();
    throw new Error(`Waited in vain for: ${words}.`, { cause: trouble });
  }
}
