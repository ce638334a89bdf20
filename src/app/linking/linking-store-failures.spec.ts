import { TestBed } from '@angular/core/testing';
import { of, Subject, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { SignInError } from '../session/sign-in-error';
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

describe('LinkingStore: a second sign-in that leads to no plan', () => {
  it.each(['popup-blocked', 'popup-closed', 'timed-out', 'denied', 'unreachable'] as const)(
    'fails with the reason when nobody signed in: %s',
    (code) => {
      const { store, click, windows, saga } = setUp();
      click();
      windows[0]?.error(new SignInError(code));

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
