import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import type { Journal } from '../../identity/link/journal';
import { linkReceipt } from '../../identity/link/receipt';
import { planUnlink } from '../../identity/link/unlink-plan';
import { accountWith } from '../../identity/testing/accounts';
import { translate } from '../../page-translation/testing/translate';
import { ConfirmPrimary } from '../account/confirm-primary';
import { IdentityList } from '../account/identity-list';
import { FailureNotice } from '../notices/failure-notice';
import { UnknownNotice } from '../notices/unknown-notice';
import { LinkReceipt } from '../receipt/link-receipt';
import { ReceiptHistory } from '../receipt/receipt-history';
import { LinkReview } from '../review/link-review';
import { MessageForm } from '../secondary-sign-in/message-form';
import { ProofCountdown } from '../secondary-sign-in/proof-countdown';
import { SignInIntro } from '../secondary-sign-in/sign-in-intro';
import { WindowWait } from '../secondary-sign-in/window-wait';
import { AsideEntry } from '../set-aside/aside-entry';
import { SetAsideNotice } from '../set-aside/set-aside-notice';
import { UnfinishedLink } from '../unfinished-link/unfinished-link';
import { UnlinkDialog } from '../unlink/unlink-dialog';
import { onDevice } from './device';
import { google, settingsPlan } from './settings-plan';

type Inputs = Readonly<Record<string, unknown>>;

const connections = [google];
const settings = { kept: { theme: 'dark', city: 'Bath' }, absorbed: { theme: 'light', list: [1] } };
const [keepFirst, keepSecond, taken] = [
  settingsPlan(settings),
  settingsPlan({ ...settings, direction: 'keepSecond' }),
  settingsPlan({ ...settings, decisions: { theme: 'theirs' } }),
];
const review = { sending: false, expiresAtMs: undefined, isRevised: false, connections };
const receipts = [keepFirst, keepSecond].map((plan) => linkReceipt(plan, new Date(0)));
const [ada, bob] = ['ada', 'bob'].map((name) =>
  accountWith(`auth0|${name}`, new Map(), {
    profile: { email: `${name}@example.com` },
    identities: [
      { provider: 'auth0', userId: name, connection: 'Users', profile: {} },
      { provider: 'github', userId: '7', connection: 'github', profile: { username: name } },
    ],
  }),
);
const unlinkOf = (account: typeof ada) =>
  account?.identities[1] && planUnlink(account, account.identities[1]);
const journal: Journal = {
  ...{ id: '1', phase: 'sent', subject: 'google|1234', connection: 'google', by: 'me' },
  ...{ leaseUntilMs: 0, tokenExpiresAtMs: 0, before: new Map(), wrote: new Map() },
};
const code = { status: 'code', address: 'ada@example.com', triesLeft: 3, nextSendAtMs: 9000 };
const message = { connection: google, entry: code };
const aside = { id: 'a', key: 'theme', name: 'theme', busy: false, value: 1, wayBack: google };

/** Every view in which words change while somebody looks: before, and after. */
const views: readonly (readonly [string, Type<unknown>, Inputs, Inputs])[] = [
  ['the other account is kept', LinkReview, { ...review, plan: keepFirst }, { plan: keepSecond }],
  ['another value is chosen', LinkReview, { ...review, plan: keepFirst }, { plan: taken }],
  ['an account has changed', LinkReview, { ...review, plan: taken }, { isRevised: true }],
  ['time passes', ProofCountdown, { label: 'Google', left: 290_000 }, { left: 119_000 }],
  ['the last minute comes', ProofCountdown, { label: 'Google', left: 119_000 }, { left: 59_000 }],
  [
    'a receipt is another',
    LinkReceipt,
    { connections, receipt: receipts[0] },
    { receipt: receipts[1] },
  ],
  ['there is more history', ReceiptHistory, { connections, receipts: [receipts[0]] }, { receipts }],
  [
    'another method is to leave',
    UnlinkDialog,
    { connections, plan: unlinkOf(ada) },
    { plan: unlinkOf(bob) },
  ],
  [
    'another link is unfinished',
    UnfinishedLink,
    { connections, link: { status: 'open', journal } },
    { link: { status: 'open', journal: { ...journal, subject: 'sms|9876' }, code: 'busy' } },
  ],
  [
    'it can go on by itself',
    UnfinishedLink,
    { connections, link: { status: 'open', journal } },
    { mustProve: false },
  ],
  [
    'it may arrive later',
    UnfinishedLink,
    { connections, link: { status: 'undone', untilMs: 0 } },
    { link: { status: 'undone', untilMs: 7e6 } },
  ],
  ['a try is used up', MessageForm, message, { entry: { ...code, triesLeft: 2 } }],
  [
    'the code goes to another',
    MessageForm,
    message,
    { entry: { ...code, address: 'bob@example.com' } },
  ],
  ['the pause gets shorter', MessageForm, message, { entry: { ...code, nextSendAtMs: 4000 } }],
  [
    'the code was wrong',
    MessageForm,
    { ...message, entry: { ...code, problem: 'wrong-code' } },
    { entry: { ...code, problem: 'too-many-tries' } },
  ],
  ['another failure comes', FailureNotice, { code: 'denied' }, { code: 'offline' }],
  [
    'it was checked again',
    UnknownNotice,
    { code: 'offline', checkedAtMs: 0 },
    { checkedAtMs: 5000 },
  ],
  [
    'the window is out of sight',
    WindowWait,
    { label: 'Google', strategy: 'google-oauth2', isUnseen: false },
    { isUnseen: true },
  ],
  [
    'the window is for another',
    WindowWait,
    { label: 'Google', strategy: 'google-oauth2', isUnseen: false },
    { label: 'GitHub' },
  ],
  [
    'the window is out of sight',
    ConfirmPrimary,
    { confirmation: { status: 'windowOpen' } },
    { confirmation: { status: 'windowUnseen' } },
  ],
  [
    'more has to be done',
    ConfirmPrimary,
    { confirmation: { status: 'none' } },
    { afterFullPage: 'Then that.' },
  ],
  [
    'the account is another',
    IdentityList,
    { account: ada, connections, allowUnlink: true },
    { account: bob },
  ],
  ['more is set aside', AsideEntry, aside, { key: 'locale', name: 'locale', value: 'en' }],
  [
    'other settings went back',
    SetAsideNotice,
    { progress: { status: 'putBack', back: ['a'], stays: ['b'], archive: 'left' } },
    { progress: { status: 'putBack', back: ['c'], stays: ['d'], archive: 'left' } },
  ],
  ['the way is another', SignInIntro, { way: 'window', strategy: 'github' }, { way: 'fullPage' }],
  [
    'the way of a code is another',
    SignInIntro,
    { way: 'window', strategy: 'email' },
    { way: 'link' },
  ],
];

function shown(view: Type<unknown>, inputs: Inputs) {
  const fixture = TestBed.createComponent(view);
  const give = (more: Inputs): void => {
    for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
  };
  give(inputs);
  const root = fixture.nativeElement as HTMLElement;
  /** Without what is said only because something has just changed. */
  const text = (): string => {
    const copy = root.cloneNode(true) as HTMLElement;
    for (const news of copy.querySelectorAll('[data-news], .result .badge')) news.remove();

    return copy.textContent.replaceAll(/\s+/g, ' ').trim();
  };

  return { root, give, text };
}

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  onDevice({ isPhone: false });
  HTMLDialogElement.prototype.showModal = jest.fn();
  HTMLElement.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
});
afterEach(() => jest.useRealTimers());

describe('Views of a page that the browser has translated', () => {
  it.each(views)('say what they should when %s', (_case, view, before, after) => {
    const asNew = shown(view, { ...before, ...after }).text();
    const translated = shown(view, before);
    expect(translated.text()).not.toBe(asNew);
    translate(translated.root);
    translated.give(after);

    expect(translated.text()).toBe(asNew);
  });

  it('keep the radio button that was chosen, with its focus, when its plan is made anew', () => {
    const { root, give } = shown(LinkReview, { ...review, plan: keepFirst });
    document.body.replaceChildren(root);
    const radios = root.querySelectorAll<HTMLInputElement>('input[name=direction]');
    translate(root);
    radios[1]?.focus();
    give({ plan: keepSecond });

    expect(document.activeElement).toBe(radios[1]);
    expect(radios[1]?.checked).toBe(true);
  });

  it('announce nothing twice: an alert that stays is not made anew', () => {
    const { root, give } = shown(LinkReview, { ...review, isRevised: true, plan: keepFirst });
    const alert = root.querySelector('[role=alert]');
    give({ plan: keepSecond });

    expect(root.querySelector('[role=alert]')).toBe(alert);
  });
});
