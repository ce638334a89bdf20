import { TestBed } from '@angular/core/testing';

import type { FailureCode } from '../../identity/failure';
import { FailureNotice } from './failure-notice';

/** Every code, and what the person is offered; the compiler sees to it that none is missing. */
const offers: Record<FailureCode, 'Try again' | 'Sign in again' | undefined> = {
  'popup-blocked': 'Try again',
  'popup-closed': 'Try again',
  'timed-out': 'Try again',
  denied: 'Try again',
  'sign-in-failed': 'Try again',
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
};
const cases = Object.entries(offers) as [FailureCode, string | undefined][];

async function setUp(code: FailureCode) {
  const fixture = TestBed.createComponent(FailureNotice);
  fixture.componentRef.setInput('code', code);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const [retried, signInAsked] = [jest.fn(), jest.fn()];
  fixture.componentInstance.retried.subscribe(retried);
  fixture.componentInstance.signInAsked.subscribe(signInAsked);
  const alert = root.querySelector('[role=alert]');

  return {
    alert,
    sentences: [...(alert?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent),
    button: root.querySelector('button'),
    retried,
    signInAsked,
  };
}

describe('FailureNotice', () => {
  it.each(cases)('says what %s is, what it means, and offers: %s', async (code, offer) => {
    const { alert, sentences, button } = await setUp(code);

    expect(alert?.getAttribute('data-failure')).toBe(code);
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{8,}\.$/);
    expect(button?.textContent.trim()).toBe(offer);
  });

  it('calls no two failures the same', async () => {
    const titles = [];
    for (const [code] of cases) titles.push((await setUp(code)).sentences[0]);

    expect(new Set(titles).size).toBe(cases.length);
  });

  it('asks for the same again', async () => {
    const { button, retried, signInAsked } = await setUp('busy');
    button?.click();

    expect(retried).toHaveBeenCalledTimes(1);
    expect(signInAsked).not.toHaveBeenCalled();
  });

  it('asks for a sign-in', async () => {
    const { button, retried, signInAsked } = await setUp('signed-out');
    button?.click();

    expect(signInAsked).toHaveBeenCalledTimes(1);
    expect(retried).not.toHaveBeenCalled();
  });
});
