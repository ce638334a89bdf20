import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { planLink } from '../identity/link-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import type { SagaResult } from '../saga/settle';
import { PasswordlessSignIn } from '../session/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary-confirmation';
import { PrimarySession } from '../session/primary-session';
import { SecondSession } from '../session/second-session';
import { SecondaryAuthService } from '../session/secondary-auth-service';
import { TenantSession } from '../session/tenant-session';
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
const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};
const plan = planLink(ada, accountOf('google-oauth2', '115'), { connection: google, now });
const second = new SecondSession({ idToken: 'e30.e30.x', accessToken: 'second' }, 0);

function setUp() {
  const ends = new Subject<SagaResult>();
  const saga = { link: jest.fn(() => ends) };
  const planned: PlanningEvent = { kind: 'planned', plan, session: second };
  const settled = of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } });
  const session = { settled, authenticatedAt: () => of(now / 1000) };
  const api = { readAccount: jest.fn(() => of(ada)) };
  const tenantSession = { givenBack: jest.fn() };
  const config = { connections: [google], policy: { confirmWithin: 300 } };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: LinkPlanner, useValue: { planByPopup: () => of(planned) } },
      { provide: LinkSaga, useValue: saga },
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: PasswordlessSignIn, useValue: {} },
      { provide: SecondaryAuthService, useValue: {} },
      { provide: TenantSession, useValue: tenantSession },
      { provide: LIGATURE_CONFIG, useValue: config },
    ],
  });
  const store = TestBed.inject(LinkingStore);

  return {
    store,
    saga,
    api,
    tenantSession,
    ends,
    review: () => store.signInByPopup({ primary: ada, connection: google }),
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

  it.each<[SagaResult, number]>([
    [{ result: 'done' }, 1],
    [{ result: 'notDone', code: 'conflict' }, 0],
    [{ result: 'unknown', code: 'unreachable' }, 0],
  ])('gives the tenant’s session back only once the accounts are one: %j', (ended, times) => {
    const { store, ends, tenantSession, review } = setUp();
    review();
    store.link(plan);
    ends.next(ended);

    expect(tenantSession.givenBack).toHaveBeenCalledTimes(times);
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
