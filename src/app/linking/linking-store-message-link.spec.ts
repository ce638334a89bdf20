import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import type { MessageTarget } from '../session/message/passwordless-client';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { SignInError } from '../session/sign-in-error';
import { TenantSession } from '../session/second/tenant-session';
import { LinkingStore } from './linking-store';

const now = Date.UTC(2027, 0, 15, 8);
const email: Connection = {
  name: 'email',
  strategy: 'email',
  label: 'Email',
  transport: 'magic-link',
};
const target: MessageTarget = { connection: email, address: 'ada@example.com' };
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const mailAda = accountOf('email', '7');

function sessionOf(): SecondSession {
  const seconds = now / 1000;
  const claims = { sub: mailAda.userId, iat: seconds, auth_time: seconds, email_verified: true };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');

  return new SecondSession({ idToken: `e30.${payload}.sig`, accessToken: 'second-access' }, 5);
}

function setUp() {
  const opened = new Subject<SecondSession>();
  const signInByLink = jest.fn<
    typeof opened,
    [MessageTarget, { sent: () => void; stopped: AbortSignal }]
  >(() => opened);
  const session = {
    settled: of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } }),
    authenticatedAt: () => of(now / 1000),
  };
  const api = { readAccount: (userId: string) => of(userId === ada.userId ? ada : mailAda) };
  const policy = {
    requireVerifiedEmail: true,
    trustedEmailConnections: [],
    confirmWithin: 300,
    metadataPresets: new Map(),
  };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: PasswordlessSignIn, useValue: { signInByLink } },
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: SecondaryAuthService, useValue: {} },
      { provide: TenantSession, useValue: {} },
      { provide: LinkSaga, useValue: {} },
      { provide: LIGATURE_CONFIG, useValue: { connections: [email], policy } },
    ],
  });
  const store = TestBed.inject(LinkingStore);
  store.signInByMessage(email);
  store.sendLink(target);
  const [, waiting] = signInByLink.mock.lastCall ?? [];

  return { store, signInByLink, waiting, opened };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  sessionStorage.clear();
});

describe('LinkingStore: a link in a message', () => {
  it('is sent once, however often the button is pressed', () => {
    const { store, signInByLink } = setUp();
    store.sendLink(target);

    expect(signInByLink).toHaveBeenCalledTimes(1);
  });

  it('is waited for once it has been sent, and leads on to the review', () => {
    const { store, waiting, opened } = setUp();
    expect(store.entry()).toEqual({ step: 'busy' });
    waiting?.sent();
    expect(store.entry()).toEqual({ step: 'linkSent', target });
    opened.next(sessionOf());

    expect(store.progress()).toMatchObject({ phase: 'reviewing', plan: { secondary: mailAda } });
  });

  it.each(['bad-address', 'too-many-messages', 'unreachable'] as const)(
    'leads back to the address when it led nowhere: %s',
    (problem) => {
      const { store, opened } = setUp();
      opened.error(new SignInError(problem));

      expect(store.entry()).toEqual({ step: 'address', problem });
    },
  );

  it('is not waited for any more when it is given up', () => {
    const { store, waiting, opened } = setUp();
    expect(waiting?.stopped.aborted).toBe(false);
    store.restart();

    expect(opened.observed).toBe(false);
    expect(waiting?.stopped.aborted).toBe(true);
  });
});
