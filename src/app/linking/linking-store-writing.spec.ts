import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { planLink } from '../identity/link-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import type { SagaResult } from '../saga/settle';
import { PrimarySession } from '../session/primary-session';
import { SecondSession } from '../session/second-session';
import { LinkPlanner, type PlanningEvent } from './link-planner';
import { LinkingStore } from './linking-store';

const now = Date.UTC(2027, 0, 15, 8);
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settingKeys: [],
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const plan = planLink(ada, accountOf('google-oauth2', '115'));
const second = new SecondSession({ idToken: 'e30.e30.x', accessToken: 'second' }, 0);
const google = { name: 'google', strategy: 'google-oauth2', label: 'Google' };

function setUp() {
  const [ends, found] = [new Subject<SagaResult>(), new Subject<SagaResult>()];
  const saga = { link: jest.fn(() => ends), findOut: jest.fn(() => found) };
  const planned: PlanningEvent = { kind: 'planned', plan, session: second };
  const settled = of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } });
  const api = { readAccount: jest.fn(() => of(ada)) };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: LinkPlanner, useValue: { plan: () => of(planned) } },
      { provide: LinkSaga, useValue: saga },
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: { settled } },
      { provide: LIGATURE_CONFIG, useValue: { connections: [google] } },
    ],
  });
  const store = TestBed.inject(LinkingStore);

  return {
    store,
    saga,
    api,
    ends,
    found,
    review: () => store.signIn({ primary: ada, connection: google }),
    findOut: () => store.findOut({ plan, code: 'unreachable' }),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: the link', () => {
  it('sends the plan that was shown, with the sign-in that proved it', () => {
    const { store, saga, review } = setUp();
    review();
    store.link(plan);

    expect(saga.link).toHaveBeenCalledWith(plan, second);
    expect(store.progress()).toEqual({ phase: 'sending', plan });
  });

  it('sends nothing without a proven second sign-in', () => {
    const { store, saga } = setUp();
    store.link(plan);

    expect(saga.link).not.toHaveBeenCalled();
    expect(store.progress()).toEqual({ phase: 'idle' });
  });

  it('sends nothing with a sign-in that was given up', () => {
    const { store, saga, review } = setUp();
    review();
    store.restart();
    store.link(plan);

    expect(saga.link).not.toHaveBeenCalled();
  });

  it('sends once, however often it is confirmed', () => {
    const { store, saga, ends, review } = setUp();
    review();
    store.link(plan);
    store.link(plan);
    ends.next({ result: 'done' });
    ends.complete();
    store.link(plan);

    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('ends in a receipt', () => {
    const { store, ends, review } = setUp();
    review();
    store.link(plan);
    ends.next({ result: 'done' });

    expect(store.progress()).toMatchObject({
      phase: 'done',
      receipt: {
        at: '2027-01-15T08:00:00.000Z',
        kept: { userId: 'auth0|ada' },
        joined: { userId: 'google-oauth2|115' },
      },
    });
  });

  it.each(['signed-out', 'forbidden', 'conflict', 'rejected', 'busy', 'offline'] as const)(
    'fails with the reason when it is known not to have happened: %s',
    (code) => {
      const { store, ends, review } = setUp();
      review();
      store.link(plan);
      ends.next({ result: 'notDone', code });

      expect(store.progress()).toEqual({ phase: 'failed', code });
    },
  );

  it('starts anew after a failure, with what the account is now', () => {
    const { store, ends, api, review } = setUp();
    review();
    store.link(plan);
    ends.next({ result: 'notDone', code: 'busy' });
    api.readAccount.mockClear();
    store.restart();

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(api.readAccount).toHaveBeenCalledTimes(1);
  });
});

describe('LinkingStore: a link of which nobody knows what became', () => {
  function setUpUnknown() {
    const arranged = setUp();
    arranged.review();
    arranged.store.link(plan);
    arranged.ends.next({ result: 'unknown', code: 'unreachable' });
    arranged.ends.complete();

    return arranged;
  }

  it('is neither done nor failed', () => {
    expect(setUpUnknown().store.progress()).toEqual({
      phase: 'unknown',
      plan,
      code: 'unreachable',
      checkedAt: now,
    });
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
  ])('can be found out: %j', (result, expected) => {
    const { store, saga, found, findOut } = setUpUnknown();
    findOut();
    jest.advanceTimersByTime(5000);
    found.next(result);

    expect(saga.findOut).toHaveBeenCalledWith(plan, 'unreachable');
    expect(store.progress()).toMatchObject(expected);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('is asked about once at a time', () => {
    const { saga, findOut } = setUpUnknown();
    findOut();
    findOut();

    expect(saga.findOut).toHaveBeenCalledTimes(1);
  });
});
