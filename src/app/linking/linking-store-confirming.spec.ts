import { TestBed } from '@angular/core/testing';
import { NEVER, of, Subject } from 'rxjs';

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

const seconds = Date.UTC(2027, 0, 15, 8) / 1000;
const google: Connection = {
  name: 'google-oauth2',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'popup',
};
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const googleAda = accountOf('google-oauth2', '115');
const claims = { sub: googleAda.userId, iat: seconds, auth_time: seconds, email_verified: true };
const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
const second = new SecondSession({ idToken: `e30.${payload}.sig`, accessToken: 'second' }, 5);

function setUp(authenticatedAt: number) {
  const [signIn$, confirmation$] = [
    new Subject<WindowEvent<SecondSession>>(),
    new Subject<WindowEvent<void>>(),
  ];
  const session = {
    settled: of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } }),
    authenticatedAt: jest.fn(() => of(authenticatedAt)),
  };
  const api = { readAccount: (userId: string) => of(userId === ada.userId ? ada : googleAda) };
  const policy = {
    requireVerifiedEmail: true,
    trustedEmailConnections: [],
    confirmWithin: 300,
    metadataPresets: new Map(),
  };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: SecondaryAuthService, useValue: { signInByPopup: () => signIn$ } },
      { provide: PrimaryConfirmation, useValue: { confirm: () => confirmation$ } },
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: PasswordlessSignIn, useValue: {} },
      { provide: TenantSession, useValue: {} },
      { provide: LinkSaga, useValue: { link: () => NEVER } },
      { provide: LIGATURE_CONFIG, useValue: { connections: [google], policy } },
    ],
  });
  const store = TestBed.inject(LinkingStore);

  return {
    store,
    signIn: () => store.signInByPopup({ primary: ada, connection: google }),
    prove: () => signIn$.next({ kind: 'signedIn', result: second }),
    confirm: (): void => {
      store.confirm();
      session.authenticatedAt.mockReturnValue(of(Date.now() / 1000));
      confirmation$.next({ kind: 'signedIn', result: undefined });
    },
  };
}

beforeEach(() => jest.useFakeTimers({ now: seconds * 1000 }));
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
