import type { Page } from '@playwright/test';

import { control } from './control.ts';

/** Opens the settings of a review and the accounts to choose from, if they are folded away. */
export async function openSettings(page: Page): Promise<void> {
  const button = control(page, 'show-settings');
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/** Does what comes before one may agree: looks at what is lost, and says that both accounts are one's own. */
export async function lookThrough(page: Page): Promise<void> {
  await control(page, 'show-losses').scrollIntoViewIfNeeded();
  await control(page, 'link-accounts').waitFor();
  const bothAreMine = control(page, 'both-are-mine');
  if (await bothAreMine.isVisible()) await bothAreMine.check();
}
