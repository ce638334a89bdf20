import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

import { localTenant } from './local-tenant.ts';
import { Portal } from './portal.ts';
import { Recording } from './recording.ts';

export { expect };

interface Fixtures {
  /** What the console may say all the same: an error that a test or the application brings about on purpose. */
  tolerated: RegExp | undefined;
  /** The application in a fresh browser, with the tenant as it is in the seed. */
  portal: Portal;
  /** Fails the test when the page as it is now has anything that axe objects to. */
  expectAccessible: (page?: Page) => Promise<void>;
}

/**
 * Every test: a fresh tenant, and at the end no script error, no violation of the page's own policy, and nothing
 * secret in what the journey has left behind.
 */
export const test = base.extend<Fixtures>({
  tolerated: [undefined, { option: true }],

  portal: async ({ page, context, tolerated }, use) => {
    await localTenant.reset();
    const recording = new Recording(context);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (isComplaint(message.type(), text) && !tolerated?.test(text)) complaints.push(text);
    });

    await use(new Portal(page));

    expect(complaints, 'script errors and policy violations').toEqual([]);
    expect(await recording.leaks(), 'secrets that can be read').toEqual([]);
    // An answer that is still on its way at the end is nothing that a test has asked for.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    for (const open of context.pages()) await open.unrouteAll({ behavior: 'ignoreErrors' });
  },

  expectAccessible: async ({ page }, use) => {
    await use(async (target = page) => {
      // No page has a frame of another origin, for which axe would open a tab of its own each time.
      const axe = new AxeBuilder({ page: target }).setLegacyMode(true);
      const { violations } = await axe
        .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });
  },
});

/** The browser logs each refused request as an error too; those are what failure tests are about. */
const isComplaint = (type: string, text: string): boolean =>
  type === 'error' && !text.startsWith('Failed to load resource');
