import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import type { Journal } from '../identity/link/journal';
import type { LinkProposal } from '../identity/link/link-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import type { LinkResult } from '../saga/link-result';
import { LinkSaga, type LinkEvent } from '../saga/link-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { TenantSession } from '../session/second/tenant-session';
import { LinkPlanner, type PlanningEvent } from './link-planner';
import { LinkingStore } from './linking-store';

const now = Date.UTC(2027, 0, 15, 8);
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};
const policy = {
  confirmWithin: 300,
  allowSwap: true,
  enterpriseMustBePrimary: true,
  reservedMetadata: [],
  metadataPresets: new Map(),
};
const proposal: LinkProposal = {
  first: ada,
  second: accountOf('google-oauth2', '115'),
  connection: google,
  policy,
  now,
  proofExpires: now + 600_000,
};
const second = new SecondSession({ idToken: 'e30.e30.x', accessToken: 'second' }, 0);

const journal: Journal = {
  id: 'j',
  phase: 'sent',
  subject: proposal.second.userId,
  connection: google.name,
  lease: now,
  by: 'browser',
  tokenExpires: now,
  before: new Map(),
  wrote: new Map(),
};
const done: LinkResult = {
  result: 'done',
  remarks: { setAside: [], lost: [] },
  journal: 'closed',
};

function setUp(result: LinkResult = { result: 'unknown', code: 'unreachable' }) {
  const next = new Subject<LinkEvent>();
  const saga = {
    link: jest.fn(() => of<LinkEvent>({ kind: 'ended', result })),
    findOut: jest.fn(() => next),
    continue: jest.fn(() => next),
    undo: jest.fn(() => next),
    ownParty: (userId: string) => ({ userId }),
    partiesOf: () => ({ primary: { userId: ada.userId } }),
    partiesToContinue: () => ({ primary: { userId: ada.userId } }),
  };
  const proposed: PlanningEvent = { kind: 'proposed', proposal, session: second };
  const settled = of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } });
  const session = { settled, authenticatedAt: () => of(now / 1000) };
  const config = { connections: [google], policy };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: LinkPlanner, useValue: { planByPopup: () => of(proposed) } },
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
  const review = store.progress();
  if (review.phase !== 'reviewing') throw new Error(review.phase);
  store.link(review);

  return {
    store,
    saga,
    review,
    end: (ended: LinkResult) => next.next({ kind: 'ended', result: ended }),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: a link without a record of which nobody knows what became', () => {
  it('is neither done nor failed', () => {
    expect(setUp().store.progress()).toMatchObject({
      phase: 'unknown',
      code: 'unreachable',
      checkedAt: now,
      link: { kind: 'unrecorded' },
    });
  });

  it.each<[LinkResult, object]>([
    [done, { phase: 'done' }],
    [
      { result: 'notDone', code: 'conflict' },
      { phase: 'failed', code: 'conflict' },
    ],
    [
      { result: 'unknown', code: 'unreachable' },
      { phase: 'unknown', checkedAt: now + 5000 },
    ],
  ])('can be found out: %j', async (result, expected) => {
    const { store, saga, review, end } = setUp();
    store.findOut(review);
    await jest.advanceTimersByTimeAsync(5000);
    end(result);
    await jest.advanceTimersByTimeAsync(0);

    expect(saga.findOut).toHaveBeenCalledWith(review.plan, second);
    expect(store.progress()).toMatchObject(expected);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('is asked about once at a time', () => {
    const { store, saga, review } = setUp();
    store.findOut(review);
    store.findOut(review);

    expect(saga.findOut).toHaveBeenCalledTimes(1);
  });
});

describe('LinkingStore: a link that the account has on record', () => {
  it('stands still with its journal, and can be continued without another sign-in', async () => {
    const { store, saga, review, end } = setUp({ result: 'open', code: 'unreachable', journal });
    expect(store.progress()).toMatchObject({
      phase: 'unknown',
      link: { kind: 'recorded', journal },
    });
    store.continueLink({ primary: ada, journal, review });
    expect(saga.continue).toHaveBeenCalledTimes(1);
    end(done);
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toMatchObject({ phase: 'done' });
  });

  it('REL-24: has the person prove themselves where the tenant does not take their session any more', () => {
    const { store } = setUp({ result: 'open', code: 'signed-out', journal });

    expect(store.phase()).toBe('confirmingPrimary');
  });

  it('can be undone, and starts again after that', () => {
    const { store, saga, end } = setUp({ result: 'open', code: 'busy', journal });
    store.undoFromHere({ kind: 'recorded', journal });
    expect(saga.undo).toHaveBeenCalledTimes(1);
    end({ result: 'notDone', code: 'undone' });

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(store.unfinished()).toEqual({ status: 'takenBack' });
  });
});
