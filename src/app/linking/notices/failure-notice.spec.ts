import { TestBed } from '@angular/core/testing';

import type { FailureCode } from '../../identity/failure';
import { FailureNotice } from './failure-notice';

/** Every code, and what the person is offered; the compiler sees to it that none is missing. */
const offers: Record<
  FailureCode,
  'Try again' | 'Sign in again' | 'Load this page again' | undefined
> = {
  'popup-blocked': 'Try again',
  'timed-out': 'Try again',
  denied: 'Try again',
  blocked: undefined,
  'page-needed': undefined,
  'not-set-up': undefined,
  'linking-not-set-up': undefined,
  'sign-in-failed': 'Try again',
  'answer-lost': 'Try again',
  'wrong-person': 'Try again',
  'no-storage': 'Try again',
  'bad-address': 'Try again',
  'bad-code': 'Try again',
  'message-not-sent': 'Try again',
  'too-many-messages': 'Try again',
  'wrong-code': 'Try again',
  'code-expired': 'Try again',
  'too-many-tries': 'Try again',
  'embedded-blocked': undefined,
  'unreadable-token': 'Try again',
  'wrong-algorithm': 'Try again',
  'wrong-issuer': 'Try again',
  'wrong-audience': 'Try again',
  'wrong-nonce': 'Try again',
  'no-subject': 'Try again',
  'expired-token': 'Try again',
  'token-from-the-future': 'Try again',
  'same-account': 'Try again',
  'already-linked': 'Try again',
  'not-fresh': 'Try again',
  'email-unverified': 'Try again',
  'signed-out': 'Sign in again',
  forbidden: undefined,
  'not-found': 'Sign in again',
  conflict: 'Try again',
  rejected: 'Try again',
  busy: 'Try again',
  'tenant-error': 'Try again',
  unreadable: 'Try again',
  unreachable: 'Try again',
  offline: 'Try again',
  'settings-refused': 'Try again',
  'other-link': 'Try again',
  'other-tab': 'Try again',
  'other-account': 'Try again',
  'busy-elsewhere': 'Try again',
  'too-early': 'Try again',
  'unfinished-link': 'Try again',
  'joined-another': 'Sign in again',
  'value-changed': 'Try again',
  'portal-refused': undefined,
  'portal-failed': 'Try again',
  'portal-silent': 'Try again',
  'link-not-told': 'Try again',
  'unlink-not-told': 'Try again',
  'other-settings': 'Try again',
  undone: 'Try again',
  'first-gone': 'Sign in again',
  'second-gone': 'Try again',
  'first-blocked': undefined,
  'second-blocked': 'Try again',
  'second-signed-out': 'Try again',
  'storage-refused': 'Load this page again',
  'storage-silent': 'Load this page again',
  'no-crypto': 'Load this page again',
  'code-missing': 'Load this page again',
  'not-begun': 'Load this page again',
};
/** What is wrong with a token helps nobody to know; only a wrong clock is theirs to set. */
const alike: readonly (readonly FailureCode[])[] = [
  [
    'unreadable-token',
    'wrong-algorithm',
    'wrong-issuer',
    'wrong-audience',
    'wrong-nonce',
    'no-subject',
  ],
  ['expired-token', 'token-from-the-future'],
];
const cases = Object.entries(offers) as [FailureCode, string | undefined][];

async function setUp(code: FailureCode, sentence?: string) {
  const fixture = TestBed.createComponent(FailureNotice);
  fixture.componentRef.setInput('code', code);
  fixture.componentRef.setInput('sentence', sentence);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const [retried, signIn] = [jest.fn(), jest.fn()];
  fixture.componentInstance.retried.subscribe(retried);
  fixture.componentInstance.signIn.subscribe(signIn);
  const alert = root.querySelector('[role=alert]');

  return {
    alert,
    sentences: [...(alert?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent),
    button: root.querySelector<HTMLButtonElement>('.steps button'),
    retried,
    signIn,
  };
}

describe('FailureNotice', () => {
  it.each(cases)('says what %s is, what it means, and offers: %s', async (code, offer) => {
    const { alert, sentences, button } = await setUp(code);

    expect(alert?.getAttribute('data-failure')).toBe(code);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/^[A-Z].{8,}[^.]$/);
    expect(sentences[1]).toMatch(/^[A-Z].{8,}\.$/);
    expect(button?.textContent.trim()).toBe(offer);
  });

  it('calls no two failures the same, except what is wrong with a token', async () => {
    const codesOf = new Map<string | undefined, FailureCode[]>();
    for (const [code] of cases) {
      const [title] = (await setUp(code)).sentences;
      codesOf.set(title, [...(codesOf.get(title) ?? []), code]);
    }

    expect([...codesOf.values()].filter(({ length }) => length > 1)).toEqual(alike);
  });

  it.each(['denied', 'undone', 'already-linked'] as const)(
    'shows as nothing to be alarmed at what has not failed: %s',
    async (code) => {
      const { alert } = await setUp(code);

      expect(alert?.classList).toContain('info');
      expect(alert?.classList).not.toContain('failed');
    },
  );

  it('says why a portal refuses in the words of the portal, as text', async () => {
    const { sentences, alert } = await setUp('portal-refused', '<b>Pay</b> your order first.');

    expect(sentences[1]).toBe('<b>Pay</b> your order first.');
    expect(alert?.querySelector('b')).toBeNull();
  });

  it('asks for the same again', async () => {
    const { button, retried, signIn } = await setUp('busy');
    button?.click();

    expect(retried).toHaveBeenCalledTimes(1);
    expect(signIn).not.toHaveBeenCalled();
  });

  it('asks for a sign-in', async () => {
    const { button, retried, signIn } = await setUp('signed-out');
    button?.click();

    expect(signIn).toHaveBeenCalledTimes(1);
    expect(retried).not.toHaveBeenCalled();
  });
});
