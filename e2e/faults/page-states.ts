import type { Locator, Page } from '@playwright/test';

import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import type { Direction } from './steps.ts';
import { signInAt } from './windows.ts';

/** What a page says of a link or an unlink where it rests; `asks` says nothing of it. */
export type Said = 'done' | 'notDone' | 'unknown' | 'asks';

/** Who the person is: which account they keep, and with which they sign in by now. */
export interface Identity {
  readonly direction: Direction;
  readonly withGoogle: boolean;
}

/** A state in which a page rests: how that is seen, what it says, and how somebody goes on who does not give up. */
export interface PageState {
  readonly said: Said;
  readonly sign: (page: Page) => Locator;
  readonly goOn?: (page: Page, person: Identity) => Promise<void>;
  /** It leads to a page that is loaded anew, which may have nothing to say of a link. */
  readonly startsAnew?: true;
}

const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true });

/** Presses, unless the page goes on by itself in that moment. */
const press = (name: string) => async (page: Page) => {
  const pressed = button(name)(page);
  await pressed.click({ timeout: 10_000 }).catch(async (cause: unknown) => {
    if (page.isClosed() || (await pressed.isVisible())) throw cause;
  });
};

/** Presses what may open a window, and signs in there. */
const pressAndSignIn = (name: string) => async (page: Page) => {
  const opened = page.waitForEvent('popup', { timeout: 5000 }).catch(() => undefined);
  await press(name)(page);
  const window = await opened;
  if (window !== undefined) await signInAt(window);
};

/** Of several that are there, the first counts. */
export const pageStates: readonly PageState[] = [
  // The start page speaks of the sign-in, and of no link.
  { said: 'asks', sign: button('Sign in'), goOn: signIn, startsAnew: true },
  { said: 'done', sign: (page) => page.locator('[data-phase="done"], [role="status"].done') },
  { said: 'unknown', sign: button('Check again'), goOn: press('Check again') },
  { said: 'asks', sign: button("Confirm it's you"), goOn: pressAndSignIn("Confirm it's you") },
  { said: 'unknown', sign: button('Continue'), goOn: pressAndSignIn('Continue') },
  { said: 'unknown', sign: (page) => page.getByRole('region', { name: 'Unfinished link' }) },
  {
    said: 'unknown',
    sign: (page) => page.locator('[data-failure="joined-another"]'),
    goOn: signInAgain,
    startsAnew: true,
  },
  { said: 'notDone', sign: button('Try again'), goOn: pressAndSignIn('Try again') },
  { said: 'notDone', sign: button('Sign in again'), goOn: signInAgain, startsAnew: true },
  { said: 'notDone', sign: (page) => page.locator('[data-failure]') },
  { said: 'asks', sign: button('Link accounts'), goOn: agree },
  { said: 'asks', sign: button('Unlink'), goOn: press('Unlink') },
  {
    said: 'asks',
    sign: button('Continue with Google'),
    goOn: pressAndSignIn('Continue with Google'),
  },
];

/** From the button on the page to the account. */
export async function signIn(page: Page, { withGoogle }: Identity): Promise<void> {
  await press('Sign in')(page);
  if (withGoogle) {
    await press('Continue with Google')(page);
    await press(`Continue as ${ada.email}`)(page);
  } else {
    await submitPassword(page, ada);
  }
  const methods = page.getByRole('list', { name: 'Sign-in methods' });
  const question = page.getByRole('button', { name: /^Continue as|^Yes/ });
  await methods.or(question).first().waitFor();
  if (await question.isVisible()) await question.click();
  await methods.waitFor();
}

/** By password, which leads into the account that was kept as well. */
async function signInAgain(page: Page): Promise<void> {
  await press('Sign in again')(page);
  await submitPassword(page, ada);
  await page.waitForURL('**/account**');
}

async function agree(page: Page, { direction }: Identity): Promise<void> {
  if (direction === 'keepSecond') {
    await page
      .getByRole('radiogroup', { name: 'Which account do you keep?' })
      .getByRole('radio', { name: /Keep Google/ })
      .check();
  }
  await press('Link accounts')(page);
}
