import { ada } from '../testing/people.ts';
import type { Stage } from './journey.ts';
import type { Tab } from './tab.ts';
import type { Target } from './target.ts';

const offers: Target = { role: 'region', name: 'Add a sign-in method' };

/** The sign-in methods of the account, one after the other. */
export const methods: Target = {
  role: 'listitem',
  within: { role: 'list', name: 'Sign-in methods' },
};

export async function submitPassword(
  tab: Tab,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await tab.fill('Email address', email);
  await tab.fill('Password', password);
  await tab.press('button', 'Continue');
}

export async function signInAsAda(tab: Tab, { app }: Stage): Promise<void> {
  await tab.open(app);
  await tab.press('button', 'Sign in');
  await submitPassword(tab, ada);
  await tab.seesTarget(methods);
}

export async function startLinking(tab: Tab, label: string): Promise<void> {
  await tab.press('link', `Link ${label}`, offers);
  await tab.sees('heading', `Link ${label}`);
}

export const proveGoogle = (tab: Tab): Promise<void> =>
  tab.press('button', `Continue as ${ada.email}`);

export async function agree(tab: Tab): Promise<void> {
  await tab.sees('heading', 'Review');
  await tab.press('button', 'Link accounts');
}

/** Waits for an alert with this code. */
export const fails = (tab: Tab, code: string): Promise<void> =>
  tab.seesTarget({ selector: `[role="alert"][data-failure="${code}"]` });

export const isInPhase = (tab: Tab, phase: string): Promise<void> =>
  tab.seesTarget({ selector: `[data-phase="${phase}"]` });
