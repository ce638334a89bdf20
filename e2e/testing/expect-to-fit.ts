import { expect, type Page } from '@playwright/test';

/** Nothing of the page is beyond its right edge. */
export const expectToFit = (page: Page, what = 'the page'): Promise<void> =>
  expect(async () => {
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(beyond, `how far ${what} goes beyond its right edge`).toBeLessThanOrEqual(0);
  }).toPass();
