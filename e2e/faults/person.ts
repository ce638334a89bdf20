import type { BrowserContext, Page } from '@playwright/test';

import { ada } from '../people.ts';
import { Portal, submitPassword } from '../portal.ts';
import type { Direction } from './matrix.ts';

/** What a page says of a link or an unlink once it rests. */
export type Said = 'done' | 'notDone' | 'unknown' | 'nothing';

/** How long a page may take before it counts as stuck: a machine may be busy, and a retry waits. */
export const patience = 75_000;

/** Somebody who links, and does not give up: they press what the page offers until it is over. */
export class Person {
  readonly #context: BrowserContext;
  readonly #direction: Direction;
  page: Page;

  constructor(context: BrowserContext, page: Page, direction: Direction) {
    this.#context = context;
    this.page = page;
    this.#direction = direction;
  }

  async signIn(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await submitPassword(this.page, ada);
    await new Portal(this.page).methods.first().waitFor();
  }

  /** Up to the review, with the account chosen that is to be kept. */
  async prove(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Add a sign-in method' })
      .getByRole('link', { name: 'Link Google' })
      .click();
    const popup = await new Portal(this.page).openWindow('Google');
    await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  }

  async agree(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Review' }).waitFor();
    if (this.#direction === 'keepSecond') {
      await this.page
        .getByRole('radiogroup', { name: 'Which account do you keep?' })
        .getByRole('radio', { name: /Keep Google/ })
        .check();
    }
    await new Portal(this.page).confirmLink();
  }

  async unlink(): Promise<void> {
    await this.page.getByRole('button', { name: /^Unlink Google/ }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  }

  /** Comes back in a new tab, as whoever their sign-in now is. */
  async comeBack({ hasBecomeSecond }: { hasBecomeSecond: boolean }): Promise<void> {
    this.page = await this.#context.newPage();
    await this.page.goto('/');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    if (hasBecomeSecond) {
      await this.page.getByRole('button', { name: 'Continue with Google' }).click();
      await this.page.getByRole('button', { name: `Continue as ${ada.email}` }).click();
    } else {
      await submitPassword(this.page, ada);
    }
    const question = this.page.getByRole('button', { name: /^Continue as|^Yes/ });
    await this.page.getByRole('list', { name: 'Sign-in methods' }).or(question).first().waitFor();
    if (await question.isVisible()) await question.click();
    await this.page.getByRole('list', { name: 'Sign-in methods' }).waitFor();
  }

  /** Waits until the page rests, and tells what it says. */
  async listen(): Promise<Said> {
    const said = this.page.locator(
      [
        '[data-phase="done"]',
        '[data-phase="failed"]',
        '[data-phase="unknown"]',
        '[data-phase="confirmingPrimary"]',
        '[role="status"].done',
        '[data-failure]',
        'section[aria-label="Unfinished link"]',
      ].join(),
    );
    await said.first().waitFor({ timeout: patience });

    return this.#said();
  }

  /** Presses what the page offers after a rest, once; whether there was anything to press. */
  async goOn(): Promise<boolean> {
    const region = this.page.getByRole('region', { name: 'Unfinished link' });
    const steps = [
      region.getByRole('button', { name: 'Continue' }),
      this.page.getByRole('button', { name: 'Check again' }),
      this.page.getByRole('button', { name: "Confirm it's you" }),
    ];
    for (const step of steps) {
      if (!(await step.isVisible())) continue;
      await this.#press(step);

      return true;
    }

    return false;
  }

  async #said(): Promise<Said> {
    const has = (selector: string): Promise<boolean> =>
      this.page.locator(selector).first().isVisible();
    if (await has('[data-phase="done"], [role="status"].done')) return 'done';
    if (
      await has(
        '[data-phase="unknown"], [data-phase="confirmingPrimary"], section[aria-label="Unfinished link"]',
      )
    )
      return 'unknown';

    return (await has('[data-failure]')) ? 'notDone' : 'nothing';
  }

  async #press(step: ReturnType<Page['locator']>): Promise<void> {
    const popup = this.page.waitForEvent('popup', { timeout: 5000 }).catch(() => undefined);
    await step.click();
    const opened = await popup;
    if (opened === undefined) return;
    const account = opened.getByRole('button', { name: `Continue as ${ada.email}` });
    await account.or(opened.getByLabel('Password')).first().waitFor();
    if (await account.isVisible()) await account.click();
    else await submitPassword(opened, ada);
  }
}
