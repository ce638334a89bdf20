import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import type { WindowEvent } from '../session/window/sign-in-window';
import { ada, googleAda, now } from './ada.model';
import { adaSignedIn } from './linking-world.model';
import { signedIn, storeWithWindows } from './second-window.model';
import { SignedInAccountStore } from './signed-in-account-store';

const seconds = now / 1000;

function setUp(authenticatedAt: number) {
  const confirmation$ = new Subject<WindowEvent<void>>();
  let signedInAt = authenticatedAt;
  const { store, click, windows } = storeWithWindows({
    session: adaSignedIn(() => signedInAt),
    confirmation: { confirm: () => confirmation$ },
  });

  return {
    store,
    signIn: () => click(),
    prove: () => windows[0]?.next(signedIn()),
    confirm: (): void => {
      TestBed.inject(SignedInAccountStore).confirm();
      signedInAt = Date.now() / 1000;
      confirmation$.next({ kind: 'signedIn', result: undefined });
    },
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: the phase that the page shows', () => {
  it('begins with the link right after the sign-in', () => {
    expect(setUp(seconds).store.phase()).toBe('idle');
  });

  it('has the person confirm that it is them first, long after it', () => {
    const { store, confirm } = setUp(seconds - 3600);
    expect(store.phase()).toBe('confirmingPrimary');
    confirm();

    expect(store.phase()).toBe('idle');
  });

  it('opens no window for the second account before that, and does not get in its way after', () => {
    const { store, signIn, confirm } = setUp(seconds - 3600);
    signIn();
    expect(store.phase()).toBe('confirmingPrimary');
    confirm();
    signIn();

    expect(store.phase()).toBe('signingIn');
  });

  it('has them confirm again when time has passed before they send, and keeps the plan meanwhile', () => {
    const { store, signIn, prove, confirm } = setUp(seconds);
    signIn();
    jest.advanceTimersByTime(3_600_000);
    prove();
    expect(store.phase()).toBe('confirmingPrimary');
    confirm();

    expect(store.phase()).toBe('reviewing');
    expect(store.progress()).toMatchObject({ plan: { primary: ada, secondary: googleAda } });
  });

  it('asks while the page stands open as well, when the link is about to begin', () => {
    const { store, signIn } = setUp(seconds);
    jest.advanceTimersByTime(3_600_000);
    signIn();

    expect(store.phase()).toBe('confirmingPrimary');
  });
});
