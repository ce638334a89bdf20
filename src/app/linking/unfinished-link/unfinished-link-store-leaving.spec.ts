import { TestBed } from '@angular/core/testing';
import { NEVER, Subject } from 'rxjs';

import type { LinkEvent, LinkResult } from '../../saga/link/link-result';
import { ObservedLink } from '../store/observed-link';
import { calm, journal, now, open, unfinishedLinkStore as setUp } from '../testing/unfinished-link';

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('UnfinishedLinkStore: a link that this tab is busy with, begun on a page that was left', () => {
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

    expect(store.link()).toEqual({ status: 'running', link });
    expect(saga.reconcile).not.toHaveBeenCalled();
  });

  it.each<[LinkResult, object]>([
    [
      { kind: 'notDone', code: 'forbidden' },
      { status: 'ended', end: 'notLinked', code: 'forbidden' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
      { status: 'unknown', untilMs: now + 300_000, code: 'unreachable' },
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

    expect(store.link()).toEqual({ link, ...end });
    expect(readAccount).toHaveBeenCalledTimes(1);
    expect(observed.left()).toBeUndefined();
  });
});

describe('UnfinishedLinkStore: a page that is left for another', () => {
  it('takes with it what was shown, and looks after nothing any more', () => {
    const { store, readAccount, page, read, find } = setUp();
    read(open);
    find({ status: 'elsewhere' });
    page.destroy();
    jest.advanceTimersByTime(60_000);
    window.dispatchEvent(new Event('online'));

    expect(store.link()).toEqual({ status: 'none' });
    expect(readAccount).not.toHaveBeenCalled();
  });

  it('takes no late answer, and nothing is said on the next one but what its own reading says', () => {
    const { store, openPage, page, read, find } = setUp();
    read(open);
    page.destroy();
    find({ status: 'open', journal });
    expect(store.link()).toEqual({ status: 'none' });
    openPage();
    read({ ...open });
    find({ status: 'open', journal });

    expect(store.link()).toEqual({ status: 'open', journal });
  });

  it('leaves the end of a link to the page that is there to show it', () => {
    const { store, openPage, page } = setUp();
    const link = { userId: calm.userId, subject: 'github|7', connection: 'github' };
    const run = new Subject<LinkEvent>();
    const observed = TestBed.inject(ObservedLink);
    page.destroy();
    observed
      .follow(link, run, () => NEVER)
      .subscribe()
      .unsubscribe();
    run.next({ kind: 'ended', result: { kind: 'notDone', code: 'forbidden' } });
    TestBed.tick();
    expect(observed.left()).toBeDefined();
    openPage();
    TestBed.tick();

    expect(store.link()).toMatchObject({ status: 'ended', end: 'notLinked' });
  });
});
