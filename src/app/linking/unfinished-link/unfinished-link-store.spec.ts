import type { UnfinishedLink } from '../../identity/link/unfinished-link';
import { accountWith } from '../../identity/testing/accounts';
import { noRemarks, plainlyDone, type LinkResult } from '../../saga/link/link-result';
import type { OpenLink } from '../../saga/link/reconcile-link';
import { calm, journal, now, open, unfinishedLinkStore as setUp } from '../testing/unfinished-link';

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

const wait = (milliseconds: number): void => {
  jest.advanceTimersByTime(milliseconds);
};

describe('UnfinishedLinkStore: what is known', () => {
  it('is nothing where the account has no journal, and nobody is asked', () => {
    const { store, saga, read } = setUp();
    read(calm);

    expect(saga.reconcile).not.toHaveBeenCalled();
    expect(store.link()).toEqual({ status: 'none' });
  });

  it.each<[OpenLink, UnfinishedLink]>([
    [
      { status: 'open', journal },
      { status: 'open', journal },
    ],
    [{ status: 'elsewhere' }, { status: 'elsewhere' }],
    [
      { status: 'undone', subject: 'github|7', untilMs: now + 60_000 },
      { status: 'undone', subject: 'github|7', untilMs: now + 60_000 },
    ],
    [
      { status: 'closed', subject: 'github|7', remarks: { setAside: ['theme'], lost: [] } },
      { status: 'finished', setAside: ['theme'], lost: [] },
    ],
  ])('I2: is what the account’s journal means: %j', (link, expected) => {
    const { store, read, find } = setUp();
    read(open);
    find(link);

    expect(store.link()).toEqual(expected);
  });

  it('is what the newest reading says', () => {
    const { store, saga, read, find } = setUp();
    read(open);
    read({ ...open });
    expect(saga.reconcile).toHaveBeenCalledTimes(2);
    find({ status: 'open', journal });

    expect(store.link().status).toBe('open');
  });

  it('is over once the account has no journal any more', () => {
    const { store, read, find } = setUp();
    read(open);
    find({ status: 'open', journal });
    read(calm);

    expect(store.link()).toEqual({ status: 'none' });
  });

  it('keeps saying that a link has been finished here', () => {
    const { store, readAccount, givenBack, read, find } = setUp();
    read(open);
    find({ status: 'closed', subject: 'github|7', remarks: noRemarks });
    expect(readAccount).toHaveBeenCalledTimes(1);
    expect(givenBack).toHaveBeenCalledTimes(1);
    read(calm);

    expect(store.link().status).toBe('finished');
  });

  it('says by this device’s clock until when a link may arrive', () => {
    const { store, read, find } = setUp(3_600_000);
    read(open);
    find({ status: 'undone', subject: 'github|7', untilMs: now + 3_600_000 + 60_000 });

    expect(store.link()).toEqual({
      status: 'undone',
      subject: 'github|7',
      untilMs: now + 60_000,
    });
  });
});

describe('UnfinishedLinkStore: when the account is read again', () => {
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
    find({ status: 'undone', subject: 'github|7', untilMs: now - 86_400_000 + 65_000 });
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
    find({ status: 'open', journal, busyUntilMs: now + 12_000 });
    expect(store.link()).toMatchObject({ status: 'open', busyUntilMs: now + 12_000 });
    wait(11_999);
    expect(readAccount).not.toHaveBeenCalled();
    wait(1);

    expect(readAccount).toHaveBeenCalledTimes(1);
  });
});

describe('UnfinishedLinkStore: what has become of a link that was taken back', () => {
  const undone = { status: 'undone', subject: 'github|7', untilMs: now + 60_000 } as const;

  it('is that everything is as before, when its time has passed', () => {
    const { store, read, find } = setUp();
    read(open);
    find(undone);
    read({ ...open });
    find({ status: 'none' });

    expect(store.link()).toEqual({ status: 'takenBack' });
  });

  it('is that it has been finished, when another device has done that', () => {
    const { store, read, find } = setUp();
    read(open);
    find(undone);
    read({ ...calm, identities: [calm.identities[0], accountWith('github|7').identities[0]] });

    expect(store.link()).toEqual({ status: 'finished', setAside: [], lost: [] });
  });
});

describe('UnfinishedLinkStore: undo', () => {
  it.each<[LinkResult, UnfinishedLink]>([
    [{ kind: 'notDone', code: 'undone' }, { status: 'takenBack' }],
    [
      { kind: 'notDone', code: 'forbidden' },
      { status: 'open', journal, code: 'forbidden' },
    ],
    [
      { kind: 'open', code: 'too-early', journal },
      { status: 'open', journal, code: 'too-early' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
      { status: 'open', journal, code: 'unreachable' },
    ],
    [plainlyDone, { status: 'finished', setAside: [], lost: [] }],
  ])('I9: ends as it is known to have: %j', (result, expected) => {
    const { store, readAccount, read, end } = setUp();
    read(open);
    store.undo({ journal });
    expect(store.link()).toEqual({ status: 'undoing', journal });
    end(result);

    expect(store.link()).toEqual(expected);
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
