import type { BrowserContext, Locator, Page } from '@playwright/test';

import { control } from '../testing/control.ts';
import { pageStates, signIn, signInBy, type PageState } from './page-states.ts';
import type { Direction, Flow } from './steps.ts';

/** Longer than a page takes to say what it has to say, on a busy machine too; in milliseconds. */
const settleTimeoutMs = 15_000;

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
    if (flow === 'unlink') {
      await control(this.page, 'review-unlink', 'google-oauth2').first().click();
    } else {
      await control(this.page, 'add-method').click();
      await signInBy(control(this.page.getByRole('dialog'), 'open-link', 'google-oauth2'));
    }
  }

  /** Waits until the page rests, and tells in which state. */
  async listen(timeoutMs?: number): Promise<PageState> {
    const seen = pageStates.map((state) => ({ state, sign: state.sign(this.page) }));
    await seen
      .map(({ sign }) => sign)
      .reduce((one, other) => one.or(other))
      .first()
      .waitFor(timeoutMs === undefined ? {} : { timeout: timeoutMs });
    for (const { state, sign } of seen) {
      if (await sign.first().isVisible()) return state;
    }

    // It was on its way from one state to the next.
    return this.listen(timeoutMs);
  }

  /** Presses what the page offers where it rests; whether it offers anything. */
  async goOn({ goOn }: PageState, { withGoogle }: { withGoogle: boolean }): Promise<boolean> {
    await goOn?.(this.page, { direction: this.#direction, withGoogle });

    return goOn !== undefined;
  }

  /** Comes back in a new tab, as whoever their sign-in now is. */
  async comeBack(as: { withGoogle: boolean }): Promise<void> {
    this.page = await this.#context.newPage();
    await this.signIn(as);
  }

  /** The state of a page that may as well have nothing to say of a link. */
  hears(): Promise<PageState | undefined> {
    return this.listen(settleTimeoutMs).catch(() => undefined);
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
