import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import type { Account } from '../../../identity/account';
import { journalJson, type Journal } from '../../../identity/link/journal';
import type { UnfinishedLink } from '../../../identity/link/unfinished-link';
import { journalKey } from '../../../identity/settings/reserved-settings';
import { plainlyDone, type LinkEvent, type LinkResult } from '../../../saga/link/link-result';
import { ada, google, now } from '../../testing/ada';
import { adaRead, linkingStoreIn, unfinishedLink } from '../../testing/linking-neighbours';
import { proposal, provideProposal, second } from '../../testing/proposed-link';

const journal: Journal = {
  id: 'j',
  phase: 'sent',
  subject: proposal.second.userId,
  connection: google.name,
  leaseUntilMs: now,
  by: 'browser',
  tokenExpiresAtMs: now,
  before: new Map(),
  wrote: new Map(),
};

function setUp(result: LinkResult = { kind: 'unknown', code: 'unreachable' }) {
  const next = new Subject<LinkEvent>();
  const saga = {
    link: jest.fn(() => of<LinkEvent>({ kind: 'ended', result })),
    findOut: jest.fn(() => next),
    continue: jest.fn<Subject<LinkEvent>, unknown[]>(() => next),
    partiesOf: () => ({ kept: { userId: ada.userId } }),
    partiesToContinue: () => ({ kept: { userId: ada.userId } }),
  };
  const tenantSession = { givenBack: () => undefined };
  const [account, unfinished] = [adaRead(), unfinishedLink()];
  const store = linkingStoreIn({ saga, account, unfinished, tenantSession }, provideProposal);
  store.signIn({ connection: google });
  TestBed.tick();
  const review = store.progress();
  if (review.phase !== 'reviewing') throw new Error(review.phase);
  store.link(review);

  return {
    store,
    account,
    unfinished,
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
      { kind: 'notDone', code: 'conflict' },
      { phase: 'failed', code: 'conflict' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
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
    const { store, saga, review, end } = setUp({ kind: 'open', code: 'unreachable', journal });
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
    const { store } = setUp({ kind: 'open', code: 'signed-out', journal });

    expect(store.phase()).toBe('confirmingPrimary');
  });

  it('has the other account proven once more where that sign-in was taken back', () => {
    const { store } = setUp({ kind: 'open', code: 'second-signed-out', journal });

    expect(store.phase()).toBe('unknown');
    expect(store.canContinue(journal)).toBe(false);
  });

  it('cannot be undone where its record is in the other account, before that one is proven once more', () => {
    const { store, unfinished, review } = setUp({
      kind: 'open',
      code: 'second-signed-out',
      journal,
    });
    const plan = { ...review.plan, direction: 'keepSecond' } as const;
    const link = { kind: 'recorded', journal, review: { ...review, plan } } as const;
    store.undoFromHere(link);

    expect(store.canUndo(link)).toBe(false);
    expect(store.canUndo({ kind: 'recorded', journal, review })).toBe(true);
    expect(unfinished.undo).not.toHaveBeenCalled();
  });

  it('can be undone, and starts again after that', () => {
    const { store, unfinished } = setUp({ kind: 'open', code: 'busy', journal });
    store.undoFromHere({ kind: 'recorded', journal });

    expect(unfinished.undo.mock.calls).toEqual([[{ journal }]]);
    expect(store.progress()).toEqual({ phase: 'idle' });
  });
});

describe('LinkingStore: a link of which nobody has seen a record, once the account has been read', () => {
  const unseen: LinkResult = { kind: 'open', code: 'unreachable', journal, isUnseen: true };

  /** The account has been read, and has this. */
  function reads({ account }: ReturnType<typeof setUp>, found: Account): void {
    account.receive({ ...found });
    TestBed.tick();
  }

  it('I9: was not cancelled: it has never begun, and is tried again with everything that was chosen', () => {
    const port = setUp(unseen);
    const { store, review, saga } = port;
    reads(port, ada);
    expect(store.progress()).toEqual({
      phase: 'failed',
      code: 'unreachable',
      kept: { kind: 'review', review },
    });
    store.tryAgain(google);

    expect(saga.link).toHaveBeenCalledTimes(2);
    expect(saga.continue).not.toHaveBeenCalled();
  });

  it('goes back to the review by itself when it is the connection that has come back', () => {
    const port = setUp(unseen);
    const { store, review, saga } = port;
    store.goOnOnline(google);
    window.dispatchEvent(new Event('online'));
    expect(store.phase()).toBe('unknown');
    reads(port, ada);

    expect(store.progress()).toEqual({ ...review, wasAgreed: true });
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('stands still while the account has it, and is taken back when it is gone after that', () => {
    const port = setUp(unseen);
    const onRecord = { ...ada, settings: new Map([[journalKey, journalJson(journal)]]) };
    reads(port, onRecord);
    expect(port.store.progress()).toMatchObject({ phase: 'unknown', link: { kind: 'recorded' } });
    reads(port, ada);

    expect(port.store.progress()).toEqual({ phase: 'failed', code: 'undone' });
  });

  it('tells whoever goes on with it that nobody has seen it', async () => {
    const { store, saga, review, end } = setUp(unseen);
    store.continueLink({ primary: ada, journal, review, isUnseen: true });
    expect(saga.continue.mock.calls).toEqual([[journal, expect.anything(), true]]);
    end({ kind: 'notDone', code: 'unreachable' });
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toMatchObject({ phase: 'failed', kept: { kind: 'review' } });
  });
});

describe('LinkingStore: a link that another browser may be at work on', () => {
  const busy: LinkResult = { kind: 'open', code: 'busy-elsewhere', journal };
  const onRecord: Account = {
    ...ada,
    settings: new Map([[journalKey, journalJson({ ...journal, leaseUntilMs: now + 12_000 })]]),
  };

  /** The account has been read again and found like this. */
  function finds({ account, unfinished }: ReturnType<typeof setUp>, link: UnfinishedLink): void {
    account.receive({ ...onRecord });
    unfinished.link.set(link);
    TestBed.tick();
  }

  it('is gone on with by itself, once, when that one has stopped', async () => {
    const port = setUp(busy);
    finds(port, { status: 'open', journal, busyUntilMs: now + 12_000 });
    expect(port.saga.continue).not.toHaveBeenCalled();
    finds(port, { status: 'open', journal });
    finds(port, { status: 'open', journal });

    expect(port.saga.continue).toHaveBeenCalledTimes(1);
    port.end(plainlyDone);
    await jest.advanceTimersByTimeAsync(0);
    expect(port.store.progress()).toMatchObject({ phase: 'done' });
  });

  it('waits for the person where the other account has to be proven once more', () => {
    const port = setUp(busy);
    jest.setSystemTime(second.claims.expiresAtMs);
    finds(port, { status: 'open', journal });

    expect(port.saga.continue).not.toHaveBeenCalled();
    expect(port.store.progress()).toMatchObject({ phase: 'unknown', code: 'busy-elsewhere' });
  });
});

describe('LinkingStore: a link that stands still, once the account has been read', () => {
  const joined: Account = {
    ...ada,
    identities: [ada.identities[0], proposal.second.identities[0]],
  };

  it.each<[string, LinkResult]>([
    ['without a record', { kind: 'unknown', code: 'unreachable' }],
    ['on record', { kind: 'open', code: 'unreachable', journal }],
  ])('is done when the account has it, %s', async (_case, result) => {
    const { store, account } = setUp(result);
    account.receive(joined);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toMatchObject({ phase: 'done' });
  });

  it('is taken back when its record is gone, and the account does not have it', () => {
    const { store, account } = setUp({ kind: 'open', code: 'unreachable', journal });
    TestBed.tick();
    account.receive({ ...ada });
    TestBed.tick();

    expect(store.progress()).toEqual({ phase: 'failed', code: 'undone' });
  });
});
