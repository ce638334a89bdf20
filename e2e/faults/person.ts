import type { BrowserContext, Locator, Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { rests, signIn, type Rest } from './rests.ts';
import type { Direction, Flow } from './steps.ts';

/** Longer than a page takes to say what it has to say, on a busy machine too; in milliseconds. */
const aWhile = 15_000;

/** Somebody who links or unlinks, and does not give up: they press what the page offers until it is over. */
export class Person {
  readonly #context: BrowserContext;
  readonly #direction: Direction;
  page: Page;

  constructor(context: BrowserContext, page: Page, direction: Direction) {
    this.#context = context;
    this.page = page;
    this.#direction = direction;
  }

  get #methods(): Locator {
    return this.page.getByRole('list', { name: 'Sign-in methods' });
  }

  /** What asks for a sign-in before anything can be seen. */
  get #wayIn(): Locator {
    return control(this.page, 'sign-in').or(control(this.page, 'sign-in-again'));
  }

  async signIn({ withGoogle }: { withGoogle: boolean }): Promise<void> {
    await this.page.goto('/');
    await signIn(this.page, { direction: this.#direction, withGoogle });
  }

  async begin(flow: Flow): Promise<void> {
    // The tenant may suggest the same once more; either leads to it.
    await control(this.page, flow === 'link' ? 'open-link' : 'review-unlink', 'google-oauth2')
      .first()
      .click();
  }

  /** Waits until the page rests, and tells where. */
  async listen(timeout?: number): Promise<Rest> {
    const seen = rests.map((rest) => ({ rest, sign: rest.sign(this.page) }));
    await seen
      .map(({ sign }) => sign)
      .reduce((one, other) => one.or(other))
      .first()
      .waitFor(timeout === undefined ? {} : { timeout });
    for (const { rest, sign } of seen) {
      if (await sign.first().isVisible()) return rest;
    }

    // It was on its way from one state to the next.
    return this.listen(timeout);
  }

  /** Presses what the page offers where it rests; whether it offers anything. */
  async goOn({ goOn }: Rest, { withGoogle }: { withGoogle: boolean }): Promise<boolean> {
    await goOn?.(this.page, { direction: this.#direction, withGoogle });

    return goOn !== undefined;
  }

  /** Comes back in a new tab, as whoever their sign-in now is. */
  async comeBack(as: { withGoogle: boolean }): Promise<void> {
    this.page = await this.#context.newPage();
    await this.signIn(as);
  }

  /** Where a page rests that may as well have nothing to say of a link. */
  hears(): Promise<Rest | undefined> {
    return this.listen(aWhile).catch(() => undefined);
  }

  /** Their own sign-in method, as the account page shows it; they sign in if it wants them to. */
  async ownMethod(as: { withGoogle: boolean }): Promise<string> {
    if (this.page.isClosed()) this.page = await this.#context.newPage();
    // Once more where the page was just on its way elsewhere.
    await this.page.goto('/account').catch(() => this.page.goto('/account'));
    await this.#methods.or(this.#wayIn).first().waitFor();
    if (await this.#wayIn.isVisible()) await this.signIn(as);

    return (await this.#methods.getByRole('listitem').first().textContent()) ?? '';
  }
}
