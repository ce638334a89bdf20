import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { planUnlink } from '../identity/link/unlink-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import type { UnlinkResult } from '../saga/run-unlink';
import { UnlinkSaga } from '../saga/unlink-saga';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import type { WindowEvent } from '../session/window/sign-in-window';
import { TenantSession } from '../session/second/tenant-session';
import { AccountStore } from './account-store';

const now = Date.UTC(2027, 0, 15, 8);
const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const github = { provider: 'github', userId: '7', connection: 'github', profile: {} };
const ada: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [password, google, github],
  settings: new Map(),
  hasAppMetadata: false,
};
const plan = planUnlink(ada, google);
const otherPlan = planUnlink(ada, github);

function setUp({ allowUnlink = true, authenticatedAt = now / 1000 } = {}) {
  const api = { readAccount: jest.fn(() => of(ada)) };
  const [ends, found] = [new Subject<UnlinkResult>(), new Subject<UnlinkResult>()];
  const saga = { unlink: jest.fn(() => ends), findOut: jest.fn(() => found) };
  const session = {
    settled: of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } }),
    authenticatedAt: () => of(authenticatedAt),
  };
  const confirmation$ = new Subject<WindowEvent<void>>();
  const policy = { allowUnlink, confirmWithin: 300 };
  TestBed.configureTestingModule({
    providers: [
      AccountStore,
      { provide: ManagementApiService, useValue: api },
      { provide: UnlinkSaga, useValue: saga },
      { provide: PrimarySession, useValue: session },
      { provide: SecondaryAuthService, useValue: { returnedToPutBack: () => undefined } },
      { provide: PrimaryConfirmation, useValue: { confirm: () => confirmation$ } },
      { provide: TenantSession, useValue: { settle: () => Promise.resolve() } },
      { provide: LIGATURE_CONFIG, useValue: { connections: [], policy } },
    ],
  });

  return { store: TestBed.inject(AccountStore), api, saga, ends, found, confirmation$ };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('AccountStore: what may be unlinked', () => {
  it.each([
    ['the account’s own method', password, true],
    ['a method of another account', { ...google, userId: '116' }, true],
    ['any method where unlinking is not allowed', google, false],
  ])('SEC-53: asks nothing about %s', (_case, identity, allowUnlink) => {
    const { store } = setUp({ allowUnlink });
    store.review(ada, identity);

    expect(store.unlinking()).toEqual({ phase: 'idle' });
  });

  it.each<[string, UnlinkResult | undefined]>([
    ['sending', undefined],
    ['unknown', { result: 'unknown', code: 'unreachable' }],
  ])('asks about no other method while an unlink is %s', (phase, ended) => {
    const { store, ends } = setUp();
    store.unlink(plan);
    if (ended) ends.next(ended);
    store.review(ada, github);

    expect(store.unlinking()).toMatchObject({ phase, plan });
  });

  it.each<[string, UnlinkResult | undefined]>([
    ['sending', undefined],
    ['unknown', { result: 'unknown', code: 'unreachable' }],
  ])('does not let go of an unlink that is %s', (phase, ended) => {
    const { store, ends } = setUp();
    store.unlink(plan);
    if (ended) ends.next(ended);
    store.dismiss();

    expect(store.unlinking()).toMatchObject({ phase, plan });
  });

  it('asks about another method once an unlink has failed', () => {
    const { store, ends } = setUp();
    store.unlink(plan);
    ends.next({ result: 'notDone', code: 'busy' });
    store.review(ada, github);

    expect(store.unlinking()).toEqual({ phase: 'reviewing', plan: otherPlan });
  });
});

describe('AccountStore: an unlink', () => {
  it('asks before it does anything, and lets go', () => {
    const { store, saga } = setUp();
    store.review(ada, google);
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

  it('shows the unfinished link that stands in the way', () => {
    const { store, api, ends } = setUp();
    store.unlink(plan);
    ends.next({ result: 'notDone', code: 'unfinished-link' });

    expect(store.unlinking()).toEqual({ phase: 'failed', plan, code: 'unfinished-link' });
    expect(api.readAccount).toHaveBeenCalledTimes(2);
  });

  it.each<[UnlinkResult, object]>([
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

describe('AccountStore: an unlink long after the sign-in', () => {
  const longAgo = { authenticatedAt: now / 1000 - 3600 };

  it('has the person confirm that it is them, but not before they want anything', () => {
    const { store } = setUp(longAgo);
    expect(store.unlinkPhase()).toBe('idle');
    store.review(ada, google);

    expect(store.unlinkPhase()).toBe('confirmingPrimary');
  });

  it('asks at once right after the sign-in', () => {
    const { store } = setUp();
    store.review(ada, google);

    expect(store.unlinkPhase()).toBe('reviewing');
  });

  it('lets go of the question and of the window together', () => {
    const { store, confirmation$ } = setUp(longAgo);
    store.review(ada, google);
    store.confirm();
    store.dismiss();

    expect(store.unlinkPhase()).toBe('idle');
    expect(store.confirmation()).toEqual({ status: 'none' });
    expect(confirmation$.observed).toBe(false);
  });
});
