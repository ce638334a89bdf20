import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { of, Subject, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import { UnlinkSaga } from '../saga/unlink-saga';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { TenantSession } from '../session/second/tenant-session';
import { AccountStore } from './account-store';

const now = Date.UTC(2027, 0, 15, 8);
const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const ada: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [password, google],
  settings: new Map(),
  hasAppMetadata: false,
};
const adaRead = { status: 'read', account: ada, authenticatedAt: now / 1000 };

function setUp({ status = 'signedIn', allowUnlink = true, isTaken = false } = {}) {
  const reads: Subject<Account>[] = [];
  const api = {
    readAccount: jest.fn<Observable<Account>, [string]>(() => {
      const read = new Subject<Account>();
      reads.push(read);

      return read;
    }),
  };
  const session = {
    settled: of({ status, person: { subject: ada.userId, name: 'Ada' } }),
    signIn: jest.fn(() => Promise.resolve()),
    authenticatedAt: () => of(now / 1000),
  };
  const policy = { allowUnlink, confirmWithin: 300 };
  TestBed.configureTestingModule({
    providers: [
      AccountStore,
      { provide: ManagementApiService, useValue: api },
      { provide: UnlinkSaga, useValue: {} },
      { provide: PrimarySession, useValue: session },
      { provide: SecondaryAuthService, useValue: { returnedToPutBack: () => undefined } },
      { provide: PrimaryConfirmation, useValue: {} },
      {
        provide: TenantSession,
        useValue: { isTaken: signal(isTaken), settle: () => Promise.resolve() },
      },
      { provide: LIGATURE_CONFIG, useValue: { connections: [], policy } },
    ],
  });

  const store = TestBed.inject(AccountStore);
  const answer = (read: number, account = ada): void => {
    reads[read]?.next(account);
    reads[read]?.complete();
  };

  return { store, api, reads, answer, session };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('AccountStore: the account', () => {
  it('is read at once, by the pinned subject', () => {
    const { store, api, answer } = setUp();

    expect(api.readAccount.mock.calls).toEqual([['auth0|ada']]);
    expect(store.read()).toEqual({ status: 'reading' });
    answer(0);
    expect(store.read()).toEqual(adaRead);
  });

  it('is not asked for when nobody is signed in', () => {
    expect(setUp({ status: 'signedOut' }).api.readAccount).not.toHaveBeenCalled();
  });

  it('says why it could not be read, and can be asked for again', () => {
    const { store, reads, answer } = setUp();
    reads[0]?.error(new ManagementApiError('busy'));

    expect(store.read()).toEqual({ status: 'failed', code: 'busy' });
    store.readAccount();
    answer(1);
    expect(store.read()).toEqual(adaRead);
  });

  it('is what the newest answer says', () => {
    const { store, answer } = setUp();
    store.readAccount();
    answer(1);
    answer(0, { ...ada, identities: [password] });

    expect(store.read()).toEqual(adaRead);
  });

  it('lets the person sign in again and come back', () => {
    const { store, session } = setUp();
    store.signInAgain('/account');

    expect(session.signIn).toHaveBeenCalledWith('/account');
  });

  it.each([true, false])('tells the page whether unlinking is allowed: %s', (allowUnlink) => {
    expect(setUp({ allowUnlink }).store.allowUnlink).toBe(allowUnlink);
  });

  it.each([true, false])('tells whether the tenant’s session may be taken: %s', (isTaken) => {
    expect(setUp({ isTaken }).store.isSessionTaken()).toBe(isTaken);
  });
});
