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
  const [ends, found] = [new Subject<SagaResult>(), new Subject<SagaResult>()];
  const saga = { link: jest.fn(() => ends), findOut: jest.fn(() => found) };
  const planned: PlanningEvent = { kind: 'planned', plan, session: second };
  const settled = of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } });
  const session = { settled, authenticatedAt: () => of(now / 1000) };
  const config = { connections: [google], policy: { confirmWithin: 300 } };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: LinkPlanner, useValue: { planByPopup: () => of(planned) } },
      { provide: LinkSaga, useValue: saga },
      { provide: ManagementApiService, useValue: { readAccount: () => of(ada) } },
      { provide: PrimarySession, useValue: session },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: PasswordlessSignIn, useValue: {} },
      { provide: SecondaryAuthService, useValue: {} },
      { provide: TenantSession, useValue: { givenBack: () => undefined } },
      { provide: LIGATURE_CONFIG, useValue: config },
    ],
  });
  const store = TestBed.inject(LinkingStore);
  store.signInByPopup({ primary: ada, connection: google });
  store.link(plan);
  ends.next({ result: 'unknown', code: 'unreachable' });
  ends.complete();

  return { store, saga, found, findOut: () => store.findOut({ plan, code: 'unreachable' }) };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: a link of which nobody knows what became', () => {
  it('is neither done nor failed', () => {
    expect(setUp().store.progress()).toEqual({
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
    const { store, saga, found, findOut } = setUp();
    findOut();
    jest.advanceTimersByTime(5000);
    found.next(result);

    expect(saga.findOut).toHaveBeenCalledWith(plan, 'unreachable');
    expect(store.progress()).toMatchObject(expected);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('is asked about once at a time', () => {
    const { saga, findOut } = setUp();
    findOut();
    findOut();

    expect(saga.findOut).toHaveBeenCalledTimes(1);
  });
});
