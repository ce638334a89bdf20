import { createEnvironmentInjector, EnvironmentInjector, Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { of, Subject, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Account } from '../../identity/account';
import { ManagementApiError } from '../../management-api/management-api-error';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimaryConfirmation } from '../../session/primary/primary-confirmation';
import { PrimarySession } from '../../session/primary/primary-session';
import { TenantSession } from '../../session/user/tenant-session';
import { SignedInAccountStore } from './signed-in-account-store';

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
const adaRead = { status: 'read', account: ada, authenticatedAtMs: now };

function setUp({
  status = 'signedIn',
  taken = undefined as 'surely' | 'perhaps' | undefined,
} = {}) {
  const reads: Subject<Account>[] = [];
  const api = {
    readAccount: jest.fn<Observable<Account>, [string]>(() => {
      const read = new Subject<Account>();
      reads.push(read);

      return read;
    }),
  };
  const session = {
    settled: of({ status, user: { subject: ada.userId, name: 'Ada' } }),
    signInAgain: jest.fn(() => Promise.resolve()),
    authenticatedAtMs: () => of(now),
  };
  const confirmation$ = new Subject<never>();
  const policy = { confirmWithin: 300 };
  TestBed.configureTestingModule({
    providers: [
      SignedInAccountStore,
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: { confirm: () => confirmation$ } },
      {
        provide: TenantSession,
        useValue: { taken: signal(taken) },
      },
      { provide: LIGATURE_CONFIG, useValue: { connections: [], policy } },
    ],
  });

  const store = TestBed.inject(SignedInAccountStore);
  const open = () => {
    const page = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    store.open(page.get(Injector));

    return page;
  };
  const page = open();
  const answer = (read: number, account = ada): void => {
    reads[read]?.next(account);
    reads[read]?.complete();
  };

  return { store, api, reads, answer, session, confirmation$, open, page };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('SignedInAccountStore: the account', () => {
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

    expect(session.signInAgain).toHaveBeenCalledWith('/account');
  });

  it.each(['surely', 'perhaps', undefined] as const)(
    'tells whether the tenant’s session may be taken: %s',
    (taken) => {
      expect(setUp({ taken }).store.sessionTaken()).toBe(taken);
    },
  );
});

describe('SignedInAccountStore: a page that is left for another', () => {
  it('leaves nothing of its reading, and the next one has the account read anew', () => {
    const { store, api, answer, open, page } = setUp();
    answer(0);
    page.destroy();
    expect(store.read()).toEqual({ status: 'reading' });
    expect(api.readAccount).toHaveBeenCalledTimes(1);
    open();
    expect(api.readAccount).toHaveBeenCalledTimes(2);
    answer(1);

    expect(store.read()).toEqual(adaRead);
  });

  it('waits for no answer any more', () => {
    const { store, reads, answer, page } = setUp();
    page.destroy();
    expect(reads[0]?.observed).toBe(false);
    answer(0);

    expect(store.read()).toEqual({ status: 'reading' });
  });

  it('takes with it that the person has to confirm that it is them, and the window for that', () => {
    const { store, answer, confirmation$, page } = setUp();
    answer(0);
    store.requireConfirmation();
    store.confirm();
    expect(store.confirmation()).toEqual({ status: 'windowOpen' });
    page.destroy();

    expect(confirmation$.observed).toBe(false);
    expect(store.confirmation()).toEqual({ status: 'none' });
    expect(store.mustConfirm()).toBe(false);
  });
});
