import { TestBed } from '@angular/core/testing';
import { getState } from '@ngrx/signals';
import { NEVER, of, Subject, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import { PrimarySession } from '../session/primary-session';
import { SecondaryAuthService, type SecondSignInEvent } from '../session/secondary-auth-service';
import { SecondarySignInError } from '../session/secondary-sign-in-error';
import { SecondSession } from '../session/second-session';
import { LinkingStore } from './linking-store';

const google = { name: 'google', strategy: 'google-oauth2', label: 'Google' };
const github = { name: 'github', strategy: 'github', label: 'GitHub' };
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settingKeys: [],
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const googleAda = accountOf('google-oauth2', '115');

function signedIn(claims: object = {}): SecondSignInEvent {
  const good = { sub: googleAda.userId, auth_time: 100, email_verified: true };
  const payload = Buffer.from(JSON.stringify({ ...good, ...claims })).toString('base64url');
  const tokens = { idToken: `e30.${payload}.sig`, accessToken: 'second-access' };

  return { kind: 'signedIn', session: new SecondSession(tokens, 100) };
}

function setUp({ secondAccount = of(googleAda) }: { secondAccount?: Observable<Account> } = {}) {
  const windows: Subject<SecondSignInEvent>[] = [];
  const secondaryAuth = {
    signIn: jest.fn(() => {
      const opened = new Subject<SecondSignInEvent>();
      windows.push(opened);

      return opened;
    }),
  };
  const api = {
    readAccount: jest.fn((userId: string) => (userId === ada.userId ? of(ada) : secondAccount)),
  };
  const saga = { link: jest.fn(), findOut: jest.fn() };
  const settled = of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } });
  const policy = { requireVerifiedEmail: true, trustedEmailConnections: [] };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: SecondaryAuthService, useValue: secondaryAuth },
      { provide: ManagementApiService, useValue: api },
      { provide: LinkSaga, useValue: saga },
      { provide: PrimarySession, useValue: { settled } },
      { provide: LIGATURE_CONFIG, useValue: { connections: [google, github], policy } },
    ],
  });
  const store = TestBed.inject(LinkingStore);
  const click = (connection = google) => store.signIn({ primary: ada, connection });

  return { store, click, windows, secondaryAuth, api, saga };
}

describe('LinkingStore: the second sign-in', () => {
  it('opens the window in the very click', () => {
    const { store, click, secondaryAuth } = setUp();
    click();

    expect(secondaryAuth.signIn).toHaveBeenCalledWith(google);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('ignores a second click while the first sign-in is still open', () => {
    const { store, click, secondaryAuth } = setUp();
    click(google);
    click(github);

    expect(secondaryAuth.signIn).toHaveBeenCalledTimes(1);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('does not know what became of a window that looks closed', () => {
    const { store, click, windows } = setUp();
    click();
    windows[0]?.next({ kind: 'windowClosed' });

    expect(store.progress()).toEqual({ phase: 'signInUnknown' });
  });

  it('reads the account while the person waits', () => {
    const { store, click, windows } = setUp({ secondAccount: NEVER });
    click();
    windows[0]?.next(signedIn());

    expect(store.progress()).toEqual({ phase: 'reading' });
  });

  it('shows the plan before anything is written', () => {
    const { store, click, windows, saga } = setUp();
    click();
    windows[0]?.next(signedIn());

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      plan: { primary: ada, secondary: googleAda },
    });
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('keeps no token of the second person where it can be looked at', () => {
    const { store, click, windows } = setUp();
    click();
    windows[0]?.next(signedIn());
    const state = JSON.stringify(getState(store));

    expect(state).not.toContain('second-access');
    expect(state).not.toContain('e30.');
  });

  it('goes back to the start when it is cancelled, closes the window, and takes no late answer', () => {
    const { store, click, windows } = setUp();
    click();
    store.restart();
    windows[0]?.next(signedIn());

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(windows[0]?.observed).toBe(false);
  });

  it('opens a new window after one that was cancelled', () => {
    const { store, click, windows } = setUp();
    click();
    store.restart();
    click(github);
    windows[0]?.next(signedIn());

    expect(windows).toHaveLength(2);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('closes the window when the page is left', () => {
    const { click, windows } = setUp();
    click();
    TestBed.resetTestingModule();

    expect(windows[0]?.observed).toBe(false);
  });

  it.each(['popup-blocked', 'popup-closed', 'timed-out', 'denied', 'unreachable'] as const)(
    'fails with the reason when nobody signed in: %s',
    (code) => {
      const { store, click, windows, saga } = setUp();
      click();
      windows[0]?.error(new SecondarySignInError(code));

      expect(store.progress()).toEqual({ phase: 'failed', code });
      expect(saga.link).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['same-account', { sub: ada.userId }],
    ['not-fresh', { auth_time: undefined }],
    ['email-unverified', { email_verified: 'true' }],
  ])('fails when the account may not be used: %s', (code, claims) => {
    const { store, click, windows, api, saga } = setUp();
    click();
    windows[0]?.next(signedIn(claims));

    expect(store.progress()).toEqual({ phase: 'failed', code });
    expect(api.readAccount.mock.calls).toEqual([[ada.userId]]);
    expect(saga.link).not.toHaveBeenCalled();
  });

  it.each(['signed-out', 'forbidden', 'not-found', 'busy', 'tenant-error', 'unreadable'] as const)(
    'fails with the reason when the second account cannot be read: %s',
    (code) => {
      const secondAccount = throwError(() => new ManagementApiError(code));
      const { store, click, windows } = setUp({ secondAccount });
      click();
      windows[0]?.next(signedIn());

      expect(store.progress()).toEqual({ phase: 'failed', code });
    },
  );

  it('counts what nobody foresaw as a failed sign-in, and can be tried again', () => {
    const { store, click, windows } = setUp();
    click();
    windows[0]?.error(new RangeError('x'));

    expect(store.progress()).toEqual({ phase: 'failed', code: 'sign-in-failed' });
    click();
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });
});
