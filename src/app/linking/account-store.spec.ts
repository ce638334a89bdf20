import { TestBed } from '@angular/core/testing';
import { of, Subject, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { planUnlink } from '../identity/unlink-plan';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import type { SagaResult } from '../saga/settle';
import { UnlinkSaga } from '../saga/unlink-saga';
import { PrimarySession } from '../session/primary-session';
import { AccountStore } from './account-store';

const now = Date.UTC(2027, 0, 15, 8);
const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const github = { provider: 'github', userId: '7', connection: 'github', profile: {} };
const ada: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [password, google, github],
  settingKeys: [],
  hasAppMetadata: false,
};
const plan = planUnlink(ada, google);
const otherPlan = planUnlink(ada, github);

function setUp({ status = 'signedIn', allowUnlink = true } = {}) {
  const reads: Subject<Account>[] = [];
  const api = {
    readAccount: jest.fn<Observable<Account>, [string]>(() => {
      const read = new Subject<Account>();
      reads.push(read);

      return read;
    }),
  };
  const [ends, found] = [new Subject<SagaResult>(), new Subject<SagaResult>()];
  const saga = { unlink: jest.fn(() => ends), findOut: jest.fn(() => found) };
  const session = {
    settled: of({ status, person: { subject: ada.userId, name: 'Ada' } }),
    signIn: jest.fn(() => Promise.resolve()),
  };
  TestBed.configureTestingModule({
    providers: [
      AccountStore,
      { provide: ManagementApiService, useValue: api },
      { provide: UnlinkSaga, useValue: saga },
      { provide: PrimarySession, useValue: session },
      { provide: LIGATURE_CONFIG, useValue: { connections: [], policy: { allowUnlink } } },
    ],
  });

  return { store: TestBed.inject(AccountStore), api, reads, saga, ends, found, session };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('AccountStore: the account', () => {
  it('is read at once, by the pinned subject', () => {
    const { store, api, reads } = setUp();

    expect(api.readAccount.mock.calls).toEqual([['auth0|ada']]);
    expect(store.read()).toEqual({ status: 'reading' });
    reads[0]?.next(ada);
    expect(store.read()).toEqual({ status: 'read', account: ada });
  });

  it('is not asked for when nobody is signed in', () => {
    expect(setUp({ status: 'signedOut' }).api.readAccount).not.toHaveBeenCalled();
  });

  it('says why it could not be read, and can be asked for again', () => {
    const { store, reads } = setUp();
    reads[0]?.error(new ManagementApiError('busy'));

    expect(store.read()).toEqual({ status: 'failed', code: 'busy' });
    store.readAccount();
    reads[1]?.next(ada);
    expect(store.read()).toEqual({ status: 'read', account: ada });
  });

  it('is what the newest answer says', () => {
    const { store, reads } = setUp();
    store.readAccount();
    reads[1]?.next(ada);
    reads[0]?.next({ ...ada, identities: [password] });

    expect(store.read()).toEqual({ status: 'read', account: ada });
  });

  it('lets the person sign in again and come back', () => {
    const { store, session } = setUp();
    store.signInAgain('/account');

    expect(session.signIn).toHaveBeenCalledWith('/account');
  });

  it.each([true, false])('tells the page whether unlinking is allowed: %s', (allowUnlink) => {
    expect(setUp({ allowUnlink }).store.allowUnlink).toBe(allowUnlink);
  });
});

describe('AccountStore: an unlink', () => {
  it('asks before it does anything, and lets go', () => {
    const { store, saga } = setUp();
    store.review(plan);
    expect(store.unlinking()).toEqual({ phase: 'reviewing', plan });
    store.dismiss();

    expect(store.unlinking()).toEqual({ phase: 'idle' });
    expect(saga.unlink).not.toHaveBeenCalled();
  });

  it('sends once, however often it is confirmed', () => {
    const { store, saga } = setUp();
    store.unlink(plan);
    store.unlink(otherPlan);

    expect(saga.unlink.mock.calls).toEqual([[plan]]);
    expect(store.unlinking()).toEqual({ phase: 'sending', plan });
  });

  it('is done, and the account is read again', () => {
    const { store, api, ends } = setUp();
    store.unlink(plan);
    ends.next({ result: 'done' });

    expect(store.unlinking()).toEqual({ phase: 'done', plan });
    expect(api.readAccount).toHaveBeenCalledTimes(2);
  });

  it('fails with the reason when it is known not to have happened', () => {
    const { store, ends } = setUp();
    store.unlink(plan);
    ends.next({ result: 'notDone', code: 'forbidden' });

    expect(store.unlinking()).toEqual({ phase: 'failed', plan, code: 'forbidden' });
  });

  it.each<[SagaResult, object]>([
    [{ result: 'done' }, { phase: 'done' }],
    [
      { result: 'notDone', code: 'unreachable' },
      { phase: 'failed', code: 'unreachable' },
    ],
    [
      { result: 'unknown', code: 'unreachable' },
      { phase: 'unknown', checkedAt: now + 5000 },
    ],
  ])('can be found out when nobody knows what became of it: %j', (result, expected) => {
    const { store, ends, found, saga } = setUp();
    store.unlink(plan);
    ends.next({ result: 'unknown', code: 'unreachable' });
    expect(store.unlinking()).toMatchObject({ phase: 'unknown', checkedAt: now });
    store.findOut({ plan, code: 'unreachable' });
    jest.advanceTimersByTime(5000);
    found.next(result);

    expect(saga.findOut).toHaveBeenCalledWith(plan, 'unreachable');
    expect(store.unlinking()).toMatchObject(expected);
    expect(saga.unlink).toHaveBeenCalledTimes(1);
  });
});
