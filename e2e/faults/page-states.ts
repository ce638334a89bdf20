import type { Locator, Page } from '@playwright/test';

import type { Action } from '../../src/app/actions/action.ts';
import { control } from '../testing/control.ts';
import { ada } from '../testing/people.ts';
import { submitPassword } from '../testing/portal.ts';
import { lookThrough, openSettings } from '../testing/review.ts';
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

const offers = (action: Action) => (page: Page) => control(page, action);

/** Clicks, unless the page goes on by itself in that moment. */
const click = (button: Locator): Promise<void> =>
  button.click({ timeout: 10_000 }).catch(async (cause: unknown) => {
    if (button.page().isClosed() || (await button.isVisible())) throw cause;
  });

const press = (action: Action) => (page: Page) => click(control(page, action));

/** Presses what may open a window, and signs in there. */
export async function signInBy(button: Locator): Promise<void> {
  const opened = button
    .page()
    .waitForEvent('popup', { timeout: 5000 })
    .catch(() => undefined);
  await click(button);
  const window = await opened;
  if (window !== undefined) await signInAt(window);
}

const pressAndSignIn = (action: Action) => (page: Page) => signInBy(control(page, action));

/** Of several that are there, the first counts. */
export const pageStates: readonly PageState[] = [
  // The start page speaks of the sign-in, and of no link.
  { said: 'asks', sign: offers('sign-in'), goOn: signIn, startsAnew: true },
  { said: 'done', sign: (page) => page.locator('[data-phase="done"], [data-done]') },
  { said: 'unknown', sign: offers('check-again'), goOn: press('check-again') },
  { said: 'asks', sign: offers('confirm'), goOn: pressAndSignIn('confirm') },
  { said: 'unknown', sign: offers('continue-link'), goOn: pressAndSignIn('continue-link') },
  { said: 'unknown', sign: (page) => page.getByRole('region', { name: 'Unfinished link' }) },
  {
    said: 'unknown',
    sign: (page) => page.locator('[data-failure="joined-another"]'),
    goOn: signInAgain,
    startsAnew: true,
  },
  { said: 'notDone', sign: offers('try-again'), goOn: pressAndSignIn('try-again') },
  { said: 'notDone', sign: offers('sign-in-again'), goOn: signInAgain, startsAnew: true },
  { said: 'notDone', sign: (page) => page.locator('[data-failure]') },
  { said: 'asks', sign: offers('link-accounts'), goOn: agree },
  { said: 'asks', sign: offers('unlink'), goOn: press('unlink') },
  {
    said: 'asks',
    sign: offers('prove-account'),
    goOn: pressAndSignIn('prove-account'),
  },
];

/** From the button on the page to the account. */
export async function signIn(page: Page, { withGoogle }: Identity): Promise<void> {
  await press('sign-in')(page);
  if (withGoogle) {
    await click(page.getByRole('button', { name: 'Continue with Google' }));
    await click(page.getByRole('button', { name: `Continue as ${ada.email}` }));
  } else {
    await submitPassword(page, ada);
  }
  const methods = page.getByRole('list', { name: 'Sign-in methods' });
  const question = control(page, 'continue-as');
  await methods.or(question).first().waitFor();
  if (await question.isVisible()) await question.click();
  await methods.waitFor();
}

/** By password, which leads into the account that was kept as well. */
async function signInAgain(page: Page): Promise<void> {
  await press('sign-in-again')(page);
  await submitPassword(page, ada);
  await page.waitForURL('**/account**');
}

async function agree(page: Page, { direction }: Identity): Promise<void> {
  if (direction === 'keepSecond') {
    await openSettings(page);
    await control(page, 'keep-account', direction).check();
  }
  await lookThrough(page);
  await press('link-accounts')(page);
}
