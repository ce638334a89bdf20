import { expect, type Locator, type Page } from '@playwright/test';

import type { Action } from '../../src/app/actions/action.ts';
import { control } from '../testing/control.ts';
import { popupBy } from '../testing/portal.ts';
import { test as base } from '../testing/test.ts';

/** The checks have a frame stopped by our own policy, and ask what a broken tenant refuses; a browser says so. */
export const test = base.extend({ tolerated: /Framing '.*' violates|blocked by CORS policy/ });

export { expect };

/** The staging console, in the words of an admin who uses it. */
export class Console {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  check(id: string): Locator {
    return this.page.locator(`[data-check="${id}"]`);
  }

  get events(): Locator {
    return this.page.getByRole('list', { name: 'Timeline' }).locator('[data-event]');
  }

  /** Opens the checks anew and waits until all of them have ended. */
  async runChecks(): Promise<void> {
    await this.page.goto('/staging/checks');
    await this.checksHaveEnded();
  }

  async checksHaveEnded(): Promise<void> {
    await expect(this.page.locator('[data-verdict]:not([data-verdict="running"])')).toBeVisible({
      timeout: 40_000,
    });
  }

  /** Unfolds the checks under a heading, unless they are already. */
  async unfold(group: string): Promise<void> {
    const details = this.page.locator(`[data-group="${group}"]`);
    if ((await details.getAttribute('open')) === null)
      await details.locator('summary').first().click();
  }

  /** The checks that have found something to fix. */
  async found(): Promise<readonly string[]> {
    const items = this.page.locator('[data-status="failure"], [data-status="warning"]');

    return items.evaluateAll((all) => all.map((item) => item.getAttribute('data-check') ?? ''));
  }

  /** From any page to the trace, without a reload. */
  async openTrace(): Promise<void> {
    await control(this.page, 'nav-staging').click();
    await control(this.page, 'nav-trace').click();
    await expect(this.page.getByRole('heading', { name: 'Trace', level: 1 })).toBeVisible();
  }

  drill(id: string): Locator {
    return this.page.locator(`[data-drill="${id}"]`);
  }

  async openDrills(): Promise<void> {
    await this.page.goto('/staging/drills');
    await expect(this.page.getByRole('heading', { name: 'Drills', level: 1 })).toBeVisible();
  }

  /** Has a drill carried out, and waits for its end. */
  async runDrill(id: string): Promise<void> {
    await control(this.page, 'run-drill', id).click();
    await expect(control(this.page, 'stop-drills')).toBeVisible();
    await expect(control(this.page, 'run-all-drills')).toBeVisible({
      timeout: 60_000,
    });
  }

  /** Presses a button that opens a window, and gives the window. */
  async popupBy(action: Action, target?: string): Promise<Page> {
    return popupBy(control(this.page, action, target));
  }

  /** Looks for an event that says this, alone among those shown. */
  async tells(words: string): Promise<void> {
    await control(this.page, 'search-trace').fill(words);
    await expect(this.events.filter({ hasText: words })).toHaveCount(1);
  }

  /** Opens the first event whose line has these words. */
  async openEvent(words: string): Promise<void> {
    await control(this.page, 'search-trace').fill(words);
    await this.events.first().getByRole('button').click();
  }
}
