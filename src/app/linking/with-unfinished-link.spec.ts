import { TestBed } from '@angular/core/testing';
import { patchState, signalStore, signalStoreFeature, withMethods, withState } from '@ngrx/signals';
import { NEVER, Subject } from 'rxjs';

import { CLOCK_SKEW } from '../config/clock-skew';
import type { Account } from '../identity/account';
import { accountWith } from '../identity/account.model';
import { journalJson } from '../identity/link/journal';
import { openJournal } from '../identity/link/journal-opening';
import type { UnfinishedLink } from '../identity/link/unfinished-link';
import { noRemarks, plainlyDone, type LinkEvent, type LinkResult } from '../saga/link-result';
import { LinkSaga } from '../saga/link-saga';
import type { OpenLink } from '../saga/reconcile-link';
import { TenantSession } from '../session/second/tenant-session';
import { ObservedLink } from './observed-link';
import type { AccountRead } from './with-account';
import { withUnfinishedLink } from './with-unfinished-link';

const now = Date.UTC(2027, 0, 15, 8);
const journal = openJournal(new Map(), new Map([['locale', 'en']]), {
  id: 'a link',
  subject: 'github|7',
  connection: 'github',
  by: 'laptop',
  now,
  tokenExpires: now + 600_000,
});
const calm = accountWith('auth0|ada');
const open = accountWith('auth0|ada', new Map([['acct_link', journalJson(journal)]]));

/** As much of a store as the feature needs: an account that is read when the test says so. */
const withReading = (readAccount: () => void) =>
  signalStoreFeature(
    withState<{ read: AccountRead }>({ read: { status: 'reading' } }),
    withMethods((store) => ({
      readAccount,
      receive: (read: AccountRead): void => patchState(store, { read }),
    })),
  );

function setUp(skew = 0) {
  const found: Subject<OpenLink>[] = [];
  const undone = new Subject<LinkEvent>();
  const saga = {
    reconcile: jest.fn(() => {
      const one = new Subject<OpenLink>();
      found.push(one);

      return one;
    }),
    undo: jest.fn(() => undone),
    ownParty: (userId: string) => ({ userId }),
  };
  const readAccount = jest.fn();
  const givenBack = jest.fn();
  const settle = jest.fn(() => Promise.resolve());
  const Store = signalStore(withReading(readAccount), withUnfinishedLink());
  TestBed.configureTestingModule({
    providers: [
      Store,
      { provide: LinkSaga, useValue: saga },
      { provide: CLOCK_SKEW, useValue: skew },
      { provide: TenantSession, useValue: { givenBack, settle } },
    ],
  });
  const store = TestBed.inject(Store);
  TestBed.tick();

  return {
    store,
    saga,
    readAccount,
    givenBack,
    /** The account has been read. */
    read: (account: Account): void => {
      store.receive({ status: 'read', account, authenticatedAt: now / 1000 });
      TestBed.tick();
    },
    find: (link: OpenLink): void => {
      found.at(-1)?.next(link);
      TestBed.tick();
    },
    end: (result: LinkResult): void => undone.next({ kind: 'ended', result }),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

const wait = (milliseconds: number): void => {
  jest.advanceTimersByTime(milliseconds);
};

describe('withUnfinishedLink: what is known', () => {
  it('is nothing where the account has no journal, and nobody is asked', () => {
    const { store, saga, read } = setUp();
    read(calm);

    expect(saga.reconcile).not.toHaveBeenCalled();
    expect(store.unfinished()).toEqual({ status: 'none' });
  });

  it.each<[OpenLink, UnfinishedLink]>([
    [
      { status: 'open', journal },
      { status: 'open', journal },
    ],
    [{ status: 'elsewhere' }, { status: 'elsewhere' }],
    [
      { status: 'undone', subject: 'github|7', until: now + 60_000 },
      { status: 'undone', subject: 'github|7', until: now + 60_000 },
    ],
    [
      { status: 'closed', subject: 'github|7', remarks: { setAside: ['theme'], lost: [] } },
      { status: 'finished', setAside: ['theme'], lost: [] },
    ],
  ])('I2: is what the account’s journal means: %j', (link, expected) => {
    const { store, read, find } = setUp();
    read(open);
    find(link);

    expect(store.unfinished()).toEqual(expected);
  });

  it('is what the newest reading says', () => {
    const { store, saga, read, find } = setUp();
    read(open);
    read({ ...open });
    expect(saga.reconcile).toHaveBeenCalledTimes(2);
    find({ status: 'open', journal });

    expect(store.unfinished().status).toBe('open');
  });

  it('is over once the account has no journal any more', () => {
    const { store, read, find } = setUp();
    read(open);
    find({ status: 'open', journal });
    read(calm);

    expect(store.unfinished()).toEqual({ status: 'none' });
  });

  it('keeps saying that a link has been finished here', () => {
    const { store, readAccount, givenBack, read, find } = setUp();
    read(open);
    find({ status: 'closed', subject: 'github|7', remarks: noRemarks });
    expect(readAccount).toHaveBeenCalledTimes(1);
    expect(givenBack).toHaveBeenCalledTimes(1);
    read(calm);

    expect(store.unfinished().status).toBe('finished');
  });

  it('says by this device’s clock until when a link may arrive', () => {
    const { store, read, find } = setUp(3_600_000);
    read(open);
    find({ status: 'undone', subject: 'github|7', until: now + 3_600_000 + 60_000 });

    expect(store.unfinished()).toEqual({
      status: 'undone',
      subject: 'github|7',
      until: now + 60_000,
    });
  });
});

describe('withUnfinishedLink: when the account is read again', () => {
  it.each<[string, () => void]>([
    ['the connection comes back', () => window.dispatchEvent(new Event('online'))],
    ['the page comes into sight', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('is when %s, while a link is open', (_case, happen) => {
    const { readAccount, read, find } = setUp();
    happen();
    expect(readAccount).not.toHaveBeenCalled();
    read(open);
    find({ status: 'open', journal });
    happen();

    expect(readAccount).toHaveBeenCalledTimes(1);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('is when the browser brings a kept page back: %s', (persisted, times) => {
    const { readAccount } = setUp();
    const event = new Event('pageshow');
    Object.defineProperty(event, 'persisted', { value: persisted });
    window.dispatchEvent(event);

    expect(readAccount).toHaveBeenCalledTimes(times);
  });

  it('is every few seconds while another tab is busy with it', () => {
    const { readAccount, read, find } = setUp();
    read(open);
    find({ status: 'elsewhere' });
    wait(4999);
    expect(readAccount).not.toHaveBeenCalled();
    wait(1);

    expect(readAccount).toHaveBeenCalledTimes(1);
  });

  it('is every ten seconds while a link that was taken back may arrive, and when it cannot any more', () => {
    const { readAccount, read, find } = setUp(-86_400_000);
    read(open);
    find({ status: 'undone', subject: 'github|7', until: now - 86_400_000 + 65_000 });
    wait(9999);
    expect(readAccount).not.toHaveBeenCalled();
    wait(1);
    expect(readAccount).toHaveBeenCalledTimes(1);
    wait(54_999);
    expect(readAccount).toHaveBeenCalledTimes(6);
    wait(1);

    expect(readAccount).toHaveBeenCalledTimes(7);
  });

  it('is at the moment from which another browser may have died with it', () => {
    const { store, readAccount, read, find } = setUp();
    read(open);
    find({ status: 'open', journal, busyUntil: now + 12_000 });
    expect(store.unfinished()).toMatchObject({ status: 'open', busyUntil: now + 12_000 });
    wait(11_999);
    expect(readAccount).not.toHaveBeenCalled();
    wait(1);

    expect(readAccount).toHaveBeenCalledTimes(1);
  });
});

describe('withUnfinishedLink: what has become of a link that was taken back', () => {
  const undone = { status: 'undone', subject: 'github|7', until: now + 60_000 } as const;

  it('is that everything is as before, when its time has passed', () => {
    const { store, read, find } = setUp();
    read(open);
    find(undone);
    read({ ...open });
    find({ status: 'none' });

    expect(store.unfinished()).toEqual({ status: 'takenBack' });
  });

  it('is that it has been finished, when another device has done that', () => {
    const { store, read, find } = setUp();
    read(open);
    find(undone);
    read({ ...calm, identities: [calm.identities[0], accountWith('github|7').identities[0]] });

    expect(store.unfinished()).toEqual({ status: 'finished', setAside: [], lost: [] });
  });
});

describe('withUnfinishedLink: a link that this tab is busy with, begun on a page that was left', () => {
  const link = { userId: calm.userId, subject: 'github|7', connection: 'github' };

  it('is shown as such, and what is on record of it is nobody else’s', () => {
    const { store, saga, read } = setUp();
    const run = new Subject<LinkEvent>();
    const observed = TestBed.inject(ObservedLink);
    observed
      .follow(link, run, () => NEVER)
      .subscribe()
      .unsubscribe();
    TestBed.tick();
    read(open);

    expect(store.unfinished()).toEqual({ status: 'running', link });
    expect(saga.reconcile).not.toHaveBeenCalled();
  });

  it.each<[LinkResult, object]>([
    [
      { result: 'notDone', code: 'forbidden' },
      { status: 'ended', end: 'notLinked', code: 'forbidden' },
    ],
    [
      { result: 'unknown', code: 'unreachable' },
      { status: 'unknown', until: now + 300_000, code: 'unreachable' },
    ],
  ])('ends as it is known to have, and the account is read again: %j', (result, end) => {
    const { store, readAccount } = setUp();
    const run = new Subject<LinkEvent>();
    const observed = TestBed.inject(ObservedLink);
    observed
      .follow(link, run, () => NEVER)
      .subscribe()
      .unsubscribe();
    TestBed.tick();
    run.next({ kind: 'ended', result });
    TestBed.tick();

    expect(store.unfinished()).toEqual({ link, ...end });
    expect(readAccount).toHaveBeenCalledTimes(1);
    expect(observed.left()).toBeUndefined();
  });
});

describe('withUnfinishedLink: undo', () => {
  it.each<[LinkResult, UnfinishedLink]>([
    [{ result: 'notDone', code: 'undone' }, { status: 'takenBack' }],
    [
      { result: 'notDone', code: 'forbidden' },
      { status: 'open', journal, code: 'forbidden' },
    ],
    [
      { result: 'open', code: 'too-early', journal },
      { status: 'open', journal, code: 'too-early' },
    ],
    [
      { result: 'unknown', code: 'unreachable' },
      { status: 'open', journal, code: 'unreachable' },
    ],
    [plainlyDone, { status: 'finished', setAside: [], lost: [] }],
  ])('I9: ends as it is known to have: %j', (result, expected) => {
    const { store, readAccount, read, end } = setUp();
    read(open);
    store.undo({ journal });
    expect(store.unfinished()).toEqual({ status: 'undoing', journal });
    end(result);

    expect(store.unfinished()).toEqual(expected);
    expect(readAccount).toHaveBeenCalledTimes(1);
  });

  it('is asked for once, in the name of whoever’s account has it', () => {
    const { store, saga, read } = setUp();
    read(open);
    store.undo({ journal });
    store.undo({ journal });

    expect(saga.undo.mock.calls).toEqual([[journal, { userId: 'auth0|ada' }]]);
  });

  it('does nothing before the account has been read', () => {
    const { store, saga } = setUp();
    store.undo({ journal });

    expect(saga.undo).not.toHaveBeenCalled();
  });
});
