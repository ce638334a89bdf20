import type { Page } from '@playwright/test';

import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';

/** Signs in in the window that a page has opened; closes it where it has nothing to sign in with. */
export async function signInAt(window: Page): Promise<void> {
  const account = window.getByRole('button', { name: `Continue as ${ada.email}` });
  const password = window.getByLabel('Password');
  try {
    await window.waitForURL(({ protocol }) => protocol !== 'about:');
    if (await account.isVisible()) await account.click();
    else if (await password.isVisible()) await submitPassword(window, ada);
    else await window.close();
  } catch {
    // It has closed itself, or the browser shows an error of its own in it, and a person closes that.
    if (!window.isClosed()) await window.close();
  }
}
