import { TestBed } from '@angular/core/testing';
import { NEVER, of, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { planUnlink } from '../identity/link/unlink-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import { UnlinkSaga } from '../saga/unlink-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { TenantSession } from '../session/second/tenant-session';
import { AccountStore } from './account-store';
import { LinkingStore } from './linking-store';

const seconds = 1_800_000_000;
const connectionOf = (strategy: string): Connection => ({
  name: strategy,
  strategy,
  label: strategy,
  transport: 'auto',
});
const [github, sms] = [connectionOf('github'), connectionOf('sms')];
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
});
const [ada, other] = [accountOf('auth0', 'ada'), accountOf('github', '7')];
const linked: Account = { ...ada, identities: [...ada.identities, ...other.identities] };
const plan = planUnlink(linked, other.identities[0]);
const claims = { sub: other.userId, iat: seconds, auth_time: seconds, email_verified: true };
const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
const second = new SecondSession({ idToken: `e30.${payload}.x`, accessToken: 'second' }, 5);

/** A page of somebody who has just signed in, and what it may do to the world. */
function setUp() {
  const world = {
    signInByPopup: jest.fn(() => of({ kind: 'signedIn', result: second })),
    leaveToSignIn: jest.fn<Observable<never>, []>(() => NEVER),
    returnedToPutBack: () => undefined,
    link: jest.fn(() => NEVER),
    unlink: jest.fn(() => NEVER),
  };
  const session = {
    settled: of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } }),
    authenticatedAt: () => of(seconds),
  };
  const policy = {
    requireVerifiedEmail: true,
    trustedEmailConnections: [],
    confirmWithin: 300,
    allowUnlink: true,
    metadataPresets: new Map(),
  };
  const api = { readAccount: (id: string) => of(id === ada.userId ? ada : other) };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      AccountStore,
      { provide: SecondaryAuthService, useValue: world },
      { provide: LinkSaga, useValue: world },
      { provide: UnlinkSaga, useValue: world },
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: PasswordlessSignIn, useValue: {} },
      { provide: TenantSession, useValue: {} },
      { provide: LIGATURE_CONFIG, useValue: { connections: [github, sms], policy } },
    ],
  });

  return { world, linking: TestBed.inject(LinkingStore), account: TestBed.inject(AccountStore) };
}

beforeEach(() => {
  jest.useFakeTimers({ now: seconds * 1000 });
  localStorage.clear();
});
afterEach(() => jest.useRealTimers());

describe('a page that stands open past the time that the policy gives', () => {
  it.each<[string, (store: InstanceType<typeof LinkingStore>) => unknown]>([
    ['opens no window', (store) => store.signInByPopup({ primary: ada, connection: github })],
    ['is not left', (store) => store.leaveToSignIn(github)],
    [
      'asks for no code',
      (store) => {
        store.signInByMessage(sms);
      },
    ],
  ])('%s before the person confirms that it is them', (_case, begin) => {
    const { world, linking } = setUp();
    jest.advanceTimersByTime(301_000);
    begin(linking);

    expect(linking.phase()).toBe('confirmingPrimary');
    expect(linking.progress()).toEqual({ phase: 'idle' });
    expect(world.signInByPopup).not.toHaveBeenCalled();
    expect(world.leaveToSignIn).not.toHaveBeenCalled();
  });

  it('sends no link, and keeps the plan, when the review has stood open', () => {
    const { world, linking } = setUp();
    linking.signInByPopup({ primary: ada, connection: github });
    const progress = linking.progress();
    if (progress.phase !== 'reviewing') throw new Error(progress.phase);
    jest.advanceTimersByTime(301_000);
    linking.link(progress);

    expect(world.link).not.toHaveBeenCalled();
    expect(linking.phase()).toBe('confirmingPrimary');
    expect(linking.progress()).toBe(progress);
  });

  it('asks who it is before it asks about an unlink', () => {
    const { account } = setUp();
    account.review(linked, other.identities[0]);
    expect(account.unlinkPhase()).toBe('reviewing');
    account.dismiss();
    jest.advanceTimersByTime(301_000);
    account.review(linked, other.identities[0]);

    expect(account.unlinkPhase()).toBe('confirmingPrimary');
  });

  it('sends no unlink when the question has stood open', () => {
    const { world, account } = setUp();
    account.review(linked, other.identities[0]);
    expect(account.unlinkPhase()).toBe('reviewing');
    jest.advanceTimersByTime(301_000);
    account.unlink(plan);

    expect(world.unlink).not.toHaveBeenCalled();
    expect(account.unlinkPhase()).toBe('confirmingPrimary');
  });

  it('does all of it within the time', () => {
    const { world, linking, account } = setUp();
    jest.advanceTimersByTime(299_000);
    account.unlink(plan);
    linking.leaveToSignIn(github);

    expect(world.unlink).toHaveBeenCalledTimes(1);
    expect(world.leaveToSignIn).toHaveBeenCalledTimes(1);
  });
});
