import assert from 'node:assert/strict';

import { mailbox, phone } from '../testing/kinds.ts';
import { methodsOf } from '../testing/local-tenant.ts';
import { ada, grace } from '../testing/people.ts';
import type { Journey, Stage } from './journey.ts';
import type { Tab } from './tab.ts';
import {
  agree,
  fails,
  isInPhase,
  methods,
  proveGoogle,
  signInAsAda,
  startLinking,
  submitPassword,
} from './words.ts';

const passwordFirst = [/Email and password/, /Google/];
const byFullPage = { 'google-oauth2': 'redirect' } as const;

/** The main journeys. */
export const journeys: readonly Journey[] = [
  {
    title: 'a person signs in, and is signed in after a reload',
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await tab.isAt(`${stage.app}/account`);
      await tab.says(methods, [/Email and password.*ada@example\.com/s]);
      await tab.reload();
      await tab.says({ role: 'banner' }, [new RegExp(ada.name)]);
      await tab.says(methods, [/Email and password/]);
    },
  },
  {
    title: 'an account is linked by a window, which closes',
    travels: { 'google-oauth2': 'popup' },
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      const window = await openWindow(tab, stage);
      await proveGoogle(window);
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
      await stage.hasTabs(1);
      await expectMethods(stage, ada.userId, [ada.userId, ada.googleId]);
    },
  },
  {
    title: 'an account is linked by the full page',
    travels: byFullPage,
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await linkByFullPage(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
      await tab.press({ action: 'go-to-account' });
      await tab.says(methods, passwordFirst);
      await expectMethods(stage, ada.userId, [ada.userId, ada.googleId]);
    },
  },
  {
    title: 'the second account is kept, and the person goes on as that one',
    travels: byFullPage,
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await goToGoogle(tab);
      await proveGoogle(tab);
      await isInPhase(tab, 'reviewing');
      await tab.press({ action: 'show-settings' });
      await tab.press({ action: 'keep-account', target: 'keepSecond' });
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
      await expectMethods(stage, ada.googleId, [ada.googleId, ada.userId]);
      await tab.reload();
      await tab.open(`${stage.app}/account`);
      await tab.says(methods, [/Google/, /Email and password/]);
    },
  },
  {
    title: 'an account is unlinked',
    go: async (tab, stage) => {
      await stage.tenant.link(ada.userId, ada.googleId);
      await signInAsAda(tab, stage);
      await tab.says(methods, passwordFirst);
      await tab.press({ action: 'review-unlink', target: 'google-oauth2' });
      await tab.press({ action: 'unlink' });
      await tab.says({ role: 'status' }, [/Unlinked Google ada@example\.com/]);
      await tab.says(methods, [/Email and password/]);
      await expectMethods(stage, ada.googleId, [ada.googleId]);
    },
  },
  {
    title: 'an account is linked by a code that is typed into the page',
    travels: { sms: 'embedded' },
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await startLinking(tab, 'sms');
      await tab.fill({ action: 'enter-address' }, phone);
      await tab.press({ action: 'send-message' });
      await tab.reads(/^We sent a code to/);
      // It is tried by itself, as soon as it is complete.
      await tab.type({ action: 'enter-code' }, await stage.tenant.codeFor(phone));
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
    },
  },
  {
    title: 'an account is linked by a link in a message, opened in another tab',
    travels: { email: 'magic-link' },
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await startLinking(tab, 'email');
      await tab.fill({ action: 'enter-address' }, mailbox);
      await tab.press({ action: 'send-message' });
      await tab.reads(/^We sent a link to/);
      const opened = await stage.newTab();
      await opened.open(await stage.tenant.linkFor(mailbox));
      await opened.sees('heading', 'Go back to the other tab');
      await tab.front();
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
    },
  },
  {
    title: 'an account is linked by Lock, whose window closes',
    // In Chromium `secondary-sign-in/lock.spec.ts` does the same; a page that shows Lock is served with headers of its own.
    engines: ['firefox', 'webkit'],
    travels: { 'Username-Password-Authentication': 'lock' },
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      const lock = await stage.windowBy(() =>
        startLinking(tab, 'Username-Password-Authentication'),
      );
      await lock.fill({ label: 'Email' }, grace.email);
      await lock.fill({ label: 'Password' }, grace.password);
      await lock.press({ role: 'button', name: 'Log In' });
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
      await stage.hasTabs(1);
    },
  },
  {
    title: "the first person confirms that it's them, in a window, which closes",
    go: async (tab, stage) => {
      await stage.tenant.moveClock(-400);
      await signInAsAda(tab, stage);
      await stage.tenant.moveClock(0);
      await startLinking(tab, 'google-oauth2');
      await isInPhase(tab, 'confirmingPrimary');
      const window = await stage.windowBy(() => tab.press({ action: 'confirm' }));
      await submitPassword(window, ada);
      await isInPhase(tab, 'idle');
      await stage.hasTabs(1);
      await tab.says({ role: 'banner' }, [new RegExp(ada.name)]);
    },
  },
  {
    title: 'a link is cancelled, and nothing has changed',
    travels: { 'google-oauth2': 'popup' },
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await openWindow(tab, stage);
      await tab.press({ action: 'cancel' });
      await stage.hasTabs(1);
      await tab.says(methods, [/Email and password/]);
      await expectMethods(stage, ada.userId, [ada.userId]);
    },
  },
  {
    title: 'a window that the browser blocks is explained, and the full page does it',
    travels: { 'google-oauth2': 'popup' },
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await tab.run('window.open = () => null');
      await startLinking(tab, 'google-oauth2');
      await fails(tab, 'popup-blocked');
      await tab.press({ action: 'use-full-page' });
      await proveGoogle(tab);
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
    },
  },
  {
    title: 'a person signs out, and Back shows nothing of them',
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await tab.press({ action: 'open-menu' });
      await tab.press({ action: 'sign-out' });
      await tab.seesTarget({ action: 'sign-in' });
      await tab.back();
      await tab.seesTarget({ action: 'sign-in' });
      await tab.seesNo({ action: 'open-menu' });
    },
  },
  {
    title: 'Back from the provider leads to the page as it was left, which can begin again',
    travels: byFullPage,
    go: async (tab, stage) => {
      await signInAsAda(tab, stage);
      await goToGoogle(tab);
      await tab.sees('button', `Continue as ${ada.email}`);
      await tab.back();
      await tab.says({ role: 'banner' }, [new RegExp(ada.name)]);
      await tab.press({ action: 'prove-account' });
      await proveGoogle(tab);
      await agree(tab);
      await tab.says({ role: 'status' }, [/Linked/]);
    },
  },
  {
    title: 'a browser that keeps nothing for any site says so, and what to do',
    engines: ['firefox'],
    siteData: 'refused',
    go: async (tab, { app }) => {
      await tab.open(app);
      await fails(tab, 'storage-refused');
      await tab.press({ action: 'load-again' });
      await fails(tab, 'storage-refused');
    },
  },
  {
    title: 'a drill passes',
    go: async (tab, stage) => {
      await tab.open(`${stage.app}/staging/drills`);
      await tab.press({ action: 'run-drill', target: 'same-account' });
      await tab.seesTarget({ action: 'stop-drills' });
      await tab.seesTarget({ selector: '[data-drill="same-account"][data-status="passed"]' });
    },
  },
];

const openWindow = (tab: Tab, stage: Stage): Promise<Tab> =>
  stage.windowBy(() => startLinking(tab, 'google-oauth2'));

/** The press leads there at once. */
const goToGoogle = (tab: Tab): Promise<void> => startLinking(tab, 'google-oauth2');

async function linkByFullPage(tab: Tab): Promise<void> {
  await goToGoogle(tab);
  await proveGoogle(tab);
  await agree(tab);
}

async function expectMethods(
  { tenant }: Stage,
  userId: string,
  expected: readonly string[],
): Promise<void> {
  assert.deepEqual(methodsOf(await tenant.user(userId)), expected);
}
