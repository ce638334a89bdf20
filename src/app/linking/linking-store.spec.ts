import { TestBed } from '@angular/core/testing';
import { getState } from '@ngrx/signals';
import { NEVER, of, Subject, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import type { WindowEvent } from '../session/window/sign-in-window';
import { TenantSession } from '../session/second/tenant-session';
import { LinkingStore } from './linking-store';

const connectionOf = (name: string, strategy: string): Connection => ({
  name,
  strategy,
  label: name,
  transport: 'auto',
});
const google = connectionOf('google', 'google-oauth2');
const github = connectionOf('github', 'github');
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const googleAda = accountOf('google-oauth2', '115');

function signedIn(claims: object = {}): WindowEvent<SecondSession> {
  const good = { sub: googleAda.userId, iat: 100, auth_time: 100, email_verified: true };
  const payload = Buffer.from(JSON.stringify({ ...good, ...claims })).toString('base64url');
  const tokens = { idToken: `e30.${payload}.sig`, accessToken: 'second-access' };

  return { kind: 'signedIn', result: new SecondSession(tokens, 5) };
}

function setUp({ secondAccount = of(googleAda) }: { secondAccount?: Observable<Account> } = {}) {
  const windows: Subject<WindowEvent<SecondSession>>[] = [];
  const secondaryAuth = {
    bringToFront: jest.fn(),
    signInByPopup: jest.fn(() => {
      const opened = new Subject<WindowEvent<SecondSession>>();
      windows.push(opened);

      return opened;
    }),
  };
  const api = {
    readAccount: jest.fn((userId: string) => (userId === ada.userId ? of(ada) : secondAccount)),
  };
  const saga = { link: jest.fn(), findOut: jest.fn() };
  const settled = of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } });
  const session = { settled, authenticatedAt: () => of(Date.now() / 1000) };
  const policy = {
    requireVerifiedEmail: true,
    trustedEmailConnections: [],
    confirmWithin: 300,
    metadataPresets: new Map(),
  };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: SecondaryAuthService, useValue: secondaryAuth },
      { provide: ManagementApiService, useValue: api },
      { provide: LinkSaga, useValue: saga },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: PasswordlessSignIn, useValue: {} },
      { provide: TenantSession, useValue: {} },
      { provide: LIGATURE_CONFIG, useValue: { connections: [google, github], policy } },
    ],
  });
  const store = TestBed.inject(LinkingStore);
  const click = (connection = google) => store.signInByPopup({ primary: ada, connection });

  return { store, click, windows, secondaryAuth, api, saga };
}

describe('LinkingStore: the second sign-in', () => {
  it('opens the window in the very click', () => {
    const { store, click, secondaryAuth } = setUp();
    click();

    expect(secondaryAuth.signInByPopup).toHaveBeenCalledWith(google);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('ignores a second click while the first sign-in is still open', () => {
    const { store, click, secondaryAuth } = setUp();
    click(google);
    click(github);

    expect(secondaryAuth.signInByPopup).toHaveBeenCalledTimes(1);
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

  it('can bring the window to the front', () => {
    const { store, click, secondaryAuth } = setUp();
    click();
    store.bringToFront();

    expect(secondaryAuth.bringToFront).toHaveBeenCalledTimes(1);
  });
});
