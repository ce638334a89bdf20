import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { defer, NEVER, of, Subject, throwError, type Observable } from 'rxjs';

import { CLOCK_SKEW } from '../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Account } from '../../identity/account';
import { ManagementApiError } from '../../management-api/management-api-error';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimaryConfirmation } from '../../session/primary/primary-confirmation';
import { PrimarySession } from '../../session/primary/primary-session';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { SessionError } from '../../session/tokens/session-error';
import type { WindowEvent } from '../../session/window/sign-in-window';
import { SignedInAccountStore } from './signed-in-account-store';

const now = Date.UTC(2027, 0, 15, 8);
const ada: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
};

interface Arranged {
  readonly authenticatedAtMs?: number | undefined;
  readonly clockSkew?: number;
  readonly account?: Observable<Account>;
  /** Why the session says nothing of when that was. */
  readonly sessionError?: SessionError;
}

function setUp({
  authenticatedAtMs,
  clockSkew = 0,
  account = of(ada),
  sessionError,
}: Arranged = {}) {
  const windows: Subject<WindowEvent<void>>[] = [];
  const confirmation = {
    confirm: jest.fn(() => {
      const opened = new Subject<WindowEvent<void>>();
      windows.push(opened);

      return opened;
    }),
    leave: jest.fn<Observable<never>, [string]>(() => NEVER),
  };
  const session = {
    settled: of({ status: 'signedIn', user: { subject: ada.userId, name: 'Ada' } }),
    authenticatedAtMs: jest.fn(() =>
      sessionError ? throwError(() => sessionError) : of(authenticatedAtMs),
    ),
  };
  TestBed.configureTestingModule({
    providers: [
      SignedInAccountStore,
      { provide: ManagementApiService, useValue: { readAccount: () => account } },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: confirmation },
      { provide: CLOCK_SKEW, useValue: clockSkew },
      { provide: LIGATURE_CONFIG, useValue: { policy: { confirmWithin: 300 } } },
    ],
  });

  const store = TestBed.inject(SignedInAccountStore);
  store.open(TestBed.inject(Injector));

  return { store, session, confirmation, windows };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('SignedInAccountStore: whether the person must confirm that it is them', () => {
  it.each<[boolean, string, Arranged]>([
    [false, 'right after the sign-in', { authenticatedAtMs: now }],
    [false, 'just within the time that the policy gives', { authenticatedAtMs: now - 300_000 }],
    [true, 'just after it', { authenticatedAtMs: now - 301_000 }],
    [true, 'when nobody knows when they signed in', { authenticatedAtMs: undefined }],
    [
      false,
      'right after the sign-in, on a device an hour ahead',
      { authenticatedAtMs: now - 3_600_000, clockSkew: -3_600_000 },
    ],
    [
      true,
      'after the time, on a device an hour behind',
      { authenticatedAtMs: now, clockSkew: 3_600_000 },
    ],
  ])('%s %s', (mustConfirm, _case, arranged) => {
    expect(setUp(arranged).store.mustConfirm()).toBe(mustConfirm);
  });

  it.each(['signed-out', 'offline'] as const)(
    'cannot be said, and why is told, when the session itself says %s',
    (code) => {
      const { store } = setUp({ sessionError: new SessionError(code) });

      expect(store.read()).toEqual({ status: 'failed', code });
    },
  );

  it('is judged when somebody acts, and not by itself while a page stands open', () => {
    const { store } = setUp({ authenticatedAtMs: now });
    jest.advanceTimersByTime(301_000);
    expect(store.mustConfirm()).toBe(false);
    store.judge();

    expect(store.mustConfirm()).toBe(true);
  });

  it('is not asked while there is no account to change', () => {
    const account = throwError(() => new ManagementApiError('busy'));

    expect(setUp({ account }).store.mustConfirm()).toBe(false);
  });
});

describe('SignedInAccountStore: the confirmation', () => {
  it('opens one window, however often it is asked for', () => {
    const { store, confirmation } = setUp();
    store.confirm();
    store.confirm();

    expect(confirmation.confirm).toHaveBeenCalledTimes(1);
    expect(store.confirmation()).toEqual({ status: 'windowOpen' });
  });

  it('does not know what became of a window that looks closed', () => {
    const { store, windows } = setUp();
    store.confirm();
    windows[0]?.next({ kind: 'windowUnseen' });

    expect(store.confirmation()).toEqual({ status: 'windowUnseen' });
  });

  it('has another window for one that is out of sight, whose answer then counts alone', () => {
    const { store, windows } = setUp();
    store.confirm();
    windows[0]?.next({ kind: 'windowUnseen' });
    store.confirm();

    expect(store.confirmation()).toEqual({ status: 'windowOpen' });
    expect(windows.map(({ observed }) => observed)).toEqual([false, true]);
  });

  it('waits for no window once its answer has come, and opens no other', () => {
    const { store, windows } = setUp();
    store.confirm();
    windows[0]?.next({ kind: 'windowUnseen' });
    windows[0]?.next({ kind: 'answered' });
    store.confirm();

    expect(store.confirmation()).toEqual({ status: 'answered' });
    expect(store.mustConfirm()).toBe(true);
    expect(windows).toHaveLength(1);
  });

  it('is over, and judged anew, once the person has signed in', () => {
    const { store, session, windows } = setUp();
    store.confirm();
    expect(store.mustConfirm()).toBe(true);
    session.authenticatedAtMs.mockReturnValue(of(now));
    windows[0]?.next({ kind: 'signedIn', result: undefined });

    expect(store.confirmation()).toEqual({ status: 'none' });
    expect(store.mustConfirm()).toBe(false);
  });

  it('is not asked for once more while the account is read again', () => {
    let readings = 0;
    const account = defer(() => ((readings += 1) === 1 ? of(ada) : NEVER));
    const { store, session, windows } = setUp({ account });
    store.confirm();
    session.authenticatedAtMs.mockReturnValue(of(now));
    windows[0]?.next({ kind: 'signedIn', result: undefined });

    expect(readings).toBe(2);
    expect(store.mustConfirm()).toBe(false);
  });

  it.each(['wrong-person', 'popup-blocked', 'timed-out'] as const)(
    'fails with the reason, can be tried again, and lets nobody through: %s',
    (code) => {
      const { store, windows } = setUp();
      store.confirm();
      windows[0]?.error(new SignInError(code));
      expect(store.confirmation()).toEqual({ status: 'failed', code });
      expect(store.mustConfirm()).toBe(true);
      store.confirm();

      expect(windows).toHaveLength(2);
      expect(store.confirmation()).toEqual({ status: 'windowOpen' });
    },
  );

  it('closes the window when it is given up, and takes no late answer', () => {
    const { store, session, windows } = setUp();
    store.confirm();
    store.stopConfirming();
    session.authenticatedAtMs.mockReturnValue(of(now));
    windows[0]?.next({ kind: 'signedIn', result: undefined });

    expect(store.confirmation()).toEqual({ status: 'none' });
    expect(windows[0]?.observed).toBe(false);
    expect(store.mustConfirm()).toBe(true);
  });
});

describe('SignedInAccountStore: the confirmation on the full page', () => {
  it('leaves for it, comes back to where it was asked for, and waits for no window any more', () => {
    const { store, confirmation, windows } = setUp();
    store.confirm();
    store.leaveToConfirm('/account');

    expect(confirmation.leave.mock.calls).toEqual([['/account']]);
    expect(windows[0]?.observed).toBe(false);
    expect(store.confirmation()).toEqual({ status: 'none' });
    expect(store.mustConfirm()).toBe(true);
  });

  it('says why the page was not left, and lets nobody through', () => {
    const { store, confirmation } = setUp();
    confirmation.leave.mockReturnValue(throwError(() => new SignInError('no-storage')));
    store.leaveToConfirm('/account');

    expect(store.confirmation()).toEqual({ status: 'failed', code: 'no-storage' });
    expect(store.mustConfirm()).toBe(true);
  });

  it('can be asked for again on a page that the browser has brought back', () => {
    const { store, confirmation } = setUp();
    store.leaveToConfirm('/account');
    store.leaveToConfirm('/account');

    expect(confirmation.leave).toHaveBeenCalledTimes(2);
  });
});
