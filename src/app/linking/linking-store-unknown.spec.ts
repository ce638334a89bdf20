import { TestBed } from '@angular/core/testing';
import { of, Subject, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { Journal } from '../identity/link/journal';
import { plainlyDone, type LinkEvent, type LinkResult } from '../saga/link-result';
import { ada, google, now } from './ada.model';
import { linkingStoreIn } from './linking-world.model';
import { proposal, provideProposal, second } from './proposed-link.model';

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

function setUp(
  result: LinkResult = { result: 'unknown', code: 'unreachable' },
  readAccount = jest.fn((userId: string) => of(userId === ada.userId ? ada : proposal.second)),
) {
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
  const tenantSession = { givenBack: () => undefined };
  const store = linkingStoreIn({ saga, tenantSession, api: { readAccount } }, provideProposal);
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
    [plainlyDone, { phase: 'done' }],
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
    end(plainlyDone);
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toMatchObject({ phase: 'done' });
  });

  it('REL-24: has the person prove themselves where the tenant does not take their session any more', () => {
    const { store } = setUp({ result: 'open', code: 'signed-out', journal });

    expect(store.phase()).toBe('confirmingPrimary');
  });

  it('has the other account proven once more where that sign-in was taken back', () => {
    const { store } = setUp({ result: 'open', code: 'second-signed-out', journal });

    expect(store.phase()).toBe('unknown');
    expect(store.canContinue(journal)).toBe(false);
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

describe('LinkingStore: a link that stands still, once the account has been read', () => {
  const joined: Account = {
    ...ada,
    identities: [ada.identities[0], proposal.second.identities[0]],
  };

  it.each<[string, LinkResult]>([
    ['without a record', { result: 'unknown', code: 'unreachable' }],
    ['on record', { result: 'open', code: 'unreachable', journal }],
  ])('is done when the account has it, %s', async (_case, result) => {
    const reads = jest.fn<Observable<Account>, [string]>(() => of(ada));
    const { store } = setUp(result, reads);
    reads.mockReturnValue(of(joined));
    store.readAccount();
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toMatchObject({ phase: 'done' });
  });

  it('is taken back when its record is gone, and the account does not have it', async () => {
    const { store } = setUp({ result: 'open', code: 'unreachable', journal });
    TestBed.tick();
    store.readAccount();
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toEqual({ phase: 'failed', code: 'undone' });
  });
});
