import { selectorOf } from '../../src/app/actions/action.ts';
import { ada } from '../testing/people.ts';
import type { Stage } from './journey.ts';
import type { Tab } from './tab.ts';
import type { Target } from './target.ts';

/** The sign-in methods of the account, one after the other. */
export const methods: Target = {
  role: 'listitem',
  within: { role: 'list', name: 'Sign-in methods' },
};

export async function submitPassword(
  tab: Tab,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await tab.fill({ label: 'Email address' }, email);
  await tab.fill({ label: 'Password' }, password);
  await tab.press({ role: 'button', name: 'Continue' });
}

export async function signInAsAda(tab: Tab, { app }: Stage): Promise<void> {
  await tab.open(app);
  await tab.press({ action: 'sign-in' });
  await submitPassword(tab, ada);
  await tab.seesTarget(methods);
}

/** Presses the tile of a connection among what can be added; it may be suggested once more. */
export async function startLinking(tab: Tab, connection: string): Promise<void> {
  await tab.press({ action: 'add-method' });
  await tab.press({ selector: `dialog[open] ${selectorOf('open-link', connection)}` });
}

export const proveGoogle = (tab: Tab): Promise<void> =>
  tab.press({ role: 'button', name: `Continue as ${ada.email}` });

export async function agree(tab: Tab): Promise<void> {
  await isInPhase(tab, 'reviewing');
  // It is asked only about accounts that look like those of two people.
  await tab.run(`document.querySelector('${selectorOf('both-are-mine')}')?.click()`);
  await tab.press({ action: 'link-accounts' });
}

/** Waits for an alert with this code. */
export const fails = (tab: Tab, code: string): Promise<void> =>
  tab.seesTarget({ selector: `[role="alert"][data-failure="${code}"]` });

export const isInPhase = (tab: Tab, phase: string): Promise<void> =>
  tab.seesTarget({ selector: `[data-phase="${phase}"]` });
