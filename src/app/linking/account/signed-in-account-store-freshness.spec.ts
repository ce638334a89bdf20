import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NEVER, of } from 'rxjs';

import type { Account } from '../../identity/account';
import { planUnlink } from '../../identity/link/unlink-plan';
import { UnlinkSaga } from '../../saga/unlink/unlink-saga';
import { LinkingStore } from '../link-page/store/linking-store';
import { SuggestionsStore } from '../suggestions/suggestions-store';
import { ada, google, googleAda, now, proven } from '../testing/ada';
import { adaSignedIn, provideLinkingNeighbours } from '../testing/linking-neighbours';
import { UnlinkStore } from '../unlink/unlink-store';
import { SignedInAccountStore } from './signed-in-account-store';

const [method] = googleAda.identities;
const linked = { ...ada, identities: [...ada.identities, method] } satisfies Account;
const plan = planUnlink(linked, method);

/** A page of somebody who has just signed in, and what it may do to the world. */
function setUp() {
  const port = {
    signIn: jest.fn(() => of({ kind: 'signedIn', result: proven(), transport: 'popup' })),
    link: jest.fn(() => NEVER),
    unlink: jest.fn(() => NEVER),
  };
  TestBed.configureTestingModule({
    providers: [
      provideLinkingNeighbours({
        session: adaSignedIn(() => now),
        secondaryAuth: port,
        saga: port,
      }),
      { provide: UnlinkSaga, useValue: port },
      [LinkingStore, SuggestionsStore, UnlinkStore],
    ],
  });
  TestBed.inject(SignedInAccountStore).open(TestBed.inject(Injector));

  return { port, linking: TestBed.inject(LinkingStore), unlinking: TestBed.inject(UnlinkStore) };
}

beforeEach(() => {
  jest.useFakeTimers({ now });
  localStorage.clear();
});
afterEach(() => jest.useRealTimers());

describe('a page that stands open past the time that the policy gives', () => {
  it.each<[string, (store: InstanceType<typeof LinkingStore>) => unknown]>([
    ['lets nobody sign in', (store) => store.signIn({ connection: google })],
    ['is not left', (store) => store.signInOnFullPage(google)],
  ])('%s before the person confirms that it is them', (_case, begin) => {
    const { port, linking } = setUp();
    jest.advanceTimersByTime(301_000);
    begin(linking);

    expect(linking.phase()).toBe('confirmingPrimary');
    expect(linking.progress()).toEqual({ phase: 'idle' });
    expect(port.signIn).not.toHaveBeenCalled();
  });

  it('sends no link, and keeps the plan, when the review has stood open', () => {
    const { port, linking } = setUp();
    linking.signIn({ connection: google });
    const progress = linking.progress();
    if (progress.phase !== 'reviewing') throw new Error(progress.phase);
    jest.advanceTimersByTime(301_000);
    linking.link(progress);

    expect(port.link).not.toHaveBeenCalled();
    expect(linking.phase()).toBe('confirmingPrimary');
    expect(linking.progress()).toBe(progress);
  });

  it('asks who it is before it asks about an unlink', () => {
    const { unlinking } = setUp();
    unlinking.review(linked, method);
    expect(unlinking.phase()).toBe('reviewing');
    unlinking.dismiss();
    jest.advanceTimersByTime(301_000);
    unlinking.review(linked, method);

    expect(unlinking.phase()).toBe('confirmingPrimary');
  });

  it('sends no unlink when the question has stood open', () => {
    const { port, unlinking } = setUp();
    unlinking.review(linked, method);
    expect(unlinking.phase()).toBe('reviewing');
    jest.advanceTimersByTime(301_000);
    unlinking.unlink(plan);

    expect(port.unlink).not.toHaveBeenCalled();
    expect(unlinking.phase()).toBe('confirmingPrimary');
  });

  it('does all of it within the time', () => {
    const { port, linking, unlinking } = setUp();
    jest.advanceTimersByTime(299_000);
    unlinking.unlink(plan);
    linking.signInOnFullPage(google);

    expect(port.unlink).toHaveBeenCalledTimes(1);
    expect(port.signIn).toHaveBeenCalledTimes(1);
  });
});
