import { TestBed } from '@angular/core/testing';
import { EMPTY, Subject } from 'rxjs';

import { plainlyDone, type LinkEvent, type LinkResult } from '../../../saga/link/link-result';
import { SealedStore } from '../../../session/sealed/sealed-store';
import { KeptChoices } from '../../../session/storage/kept-choices';
import { SessionReceipts } from '../../../session/storage/session-receipts';
import { SEALED_STORE } from '../../../session/user/pinned-user';
import { ada, google, now } from '../../testing/ada';
import { adaRead, agreeTo, linkingStoreIn } from '../../testing/linking-neighbours';
import { proposal, provideProposal, second } from '../../testing/proposed-link';

/** `tab`: what is left of the page before. */
function setUp(tab = new SealedStore()) {
  const ends = new Subject<LinkEvent>();
  const saga = { link: jest.fn(() => ends) };
  const account = adaRead();
  const tenantSession = { givenBack: jest.fn() };
  const remember = jest.fn(() => EMPTY);
  TestBed.resetTestingModule();
  const store = linkingStoreIn({ saga, account, tenantSession, remember }, provideProposal, {
    provide: SEALED_STORE,
    useValue: tab,
  });

  return {
    store,
    saga,
    account,
    tenantSession,
    remember,
    ends,
    review: () => store.signIn({ connection: google }),
    agree: () => agreeTo(store),
    end: (result: LinkResult) => ends.next({ kind: 'ended', result }),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: the link', () => {
  it('sends the plan that was shown, with the sign-in that proved it', () => {
    const { store, saga, review, agree } = setUp();
    review();
    agree();

    expect(saga.link).toHaveBeenCalledWith(
      expect.objectContaining({ kept: ada, direction: 'keepFirst' }),
      second,
      google.name,
    );
    expect(store.progress()).toMatchObject({ phase: 'preparing' });
  });

  it('shows what it is busy with', () => {
    const { store, ends, review, agree } = setUp();
    review();
    agree();
    for (const phase of ['preparing', 'sending', 'closing'] as const) {
      ends.next({ kind: 'phase', phase });

      expect(store.phase()).toBe(phase);
    }
  });

  it('sends nothing with a sign-in that was given up', () => {
    const { store, saga, review } = setUp();
    review();
    const progress = store.progress();
    store.restart();
    if (progress.phase === 'reviewing') store.link(progress);

    expect(saga.link).not.toHaveBeenCalled();
  });

  it('sends once, however often it is confirmed', () => {
    const { saga, end, review, agree, ends } = setUp();
    review();
    agree();
    agree();
    end(plainlyDone);
    ends.complete();
    agree();

    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('ends in a receipt, which the session keeps', async () => {
    const { store, end, review, agree } = setUp();
    review();
    agree();
    end(plainlyDone);
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toMatchObject({
      phase: 'done',
      receipt: {
        at: '2027-01-15T08:00:00.000Z',
        kept: { userId: 'auth0|ada' },
        joined: { userId: 'google-oauth2|115' },
      },
    });
    expect(TestBed.inject(SessionReceipts).all()).toHaveLength(1);
  });

  it('has the account remember a link that has written nothing else', async () => {
    const { end, review, agree, remember } = setUp();
    review();
    agree();
    expect(remember).not.toHaveBeenCalled();
    end(plainlyDone);
    await jest.advanceTimersByTimeAsync(0);

    expect(remember.mock.calls).toEqual([[ada]]);
  });

  it('shows what has changed meanwhile, with what was chosen, and has written nothing', () => {
    const { store, end, review, agree } = setUp();
    review();
    store.decide({ key: 'theme', decision: 'theirs' });
    agree();
    const kept = { ...ada, settings: new Map([['theme', 'sepia']]) };
    end({ kind: 'changed', kept, absorbed: proposal.second });

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      isRevised: true,
      plan: { kept },
      choices: { decisions: new Map([['theme', 'theirs']]) },
    });
  });

  it.each<[LinkResult, number]>([
    [plainlyDone, 1],
    [{ kind: 'notDone', code: 'conflict' }, 0],
    [{ kind: 'unknown', code: 'unreachable' }, 0],
  ])('gives the tenant’s session back only once the accounts are one: %j', (result, times) => {
    const { end, tenantSession, review, agree } = setUp();
    review();
    agree();
    end(result);

    expect(tenantSession.givenBack).toHaveBeenCalledTimes(times);
  });

  it.each(['forbidden', 'conflict', 'settings-refused', 'other-tab', 'offline'] as const)(
    'fails with the reason when it is known not to have happened: %s',
    (code) => {
      const { store, end, review, agree } = setUp();
      review();
      agree();
      end({ kind: 'notDone', code });

      expect(store.progress()).toMatchObject({ phase: 'failed', code });
    },
  );

  it('starts anew after a failure, with what the account is now', () => {
    const { store, end, account, review, agree } = setUp();
    review();
    agree();
    end({ kind: 'notDone', code: 'busy' });
    store.restart();

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(account.readAccount).toHaveBeenCalledTimes(1);
  });
});

describe('LinkingStore: a failure that passes', () => {
  it.each(['offline', 'busy', 'tenant-error', 'unreachable', 'other-tab'] as const)(
    'takes no choice with it, and the same is linked once more: %s',
    (code) => {
      const { store, saga, end, ends, review, agree } = setUp();
      review();
      store.decide({ key: 'theme', decision: 'both' });
      agree();
      end({ kind: 'notDone', code });
      ends.complete();
      store.tryAgain(google);

      expect(saga.link).toHaveBeenCalledTimes(2);
      expect(saga.link.mock.calls[1]).toEqual(saga.link.mock.calls[0]);
      expect(store.phase()).toBe('preparing');
    },
  );

  it('leads back to the review, which knows that it was agreed to, until another account is to stay', () => {
    const { store, end, review, agree } = setUp();
    review();
    store.decide({ key: 'theme', decision: 'both' });
    agree();
    end({ kind: 'notDone', code: 'settings-refused' });
    store.reviewAgain();
    store.decide({ key: 'language', decision: 'theirs' });

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      wasAgreed: true,
      choices: {
        decisions: new Map([
          ['theme', 'both'],
          ['language', 'theirs'],
        ]),
      },
    });
  });

  it('leads back to the review by itself once the device is online again, and sends nothing', () => {
    const { store, saga, end, review, agree } = setUp();
    TestBed.runInInjectionContext(() => store.goOnOnline(google));
    review();
    agree();
    end({ kind: 'notDone', code: 'offline' });
    window.dispatchEvent(new Event('online'));

    expect(store.progress()).toMatchObject({ phase: 'reviewing', wasAgreed: true });
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('stays on the page where it has nothing to do with the connection', () => {
    const { store, end, review, agree } = setUp();
    TestBed.runInInjectionContext(() => store.goOnOnline(google));
    review();
    agree();
    end({ kind: 'notDone', code: 'other-tab' });
    window.dispatchEvent(new Event('online'));

    expect(store.phase()).toBe('failed');
  });

  it('has an account read that stands still when the device is online again, and nothing written', () => {
    const { store, saga, account, end, review, agree } = setUp();
    TestBed.runInInjectionContext(() => store.goOnOnline(google));
    review();
    agree();
    end({ kind: 'unknown', code: 'unreachable' });
    account.readAccount.mockClear();
    window.dispatchEvent(new Event('online'));

    expect(account.readAccount).toHaveBeenCalledTimes(1);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the proof was refused', 'second-signed-out', 0],
    ['the accounts cannot be linked', 'conflict', 0],
    ['the proof has run out', 'busy', 600_000],
  ] as const)('has an account proven anew in the same click where %s', (_, code, laterMs) => {
    const { store, saga, account, end, review, agree } = setUp();
    review();
    agree();
    end({ kind: 'notDone', code });
    jest.advanceTimersByTime(laterMs);
    account.readAccount.mockClear();
    store.tryAgain(google);

    expect(store.progress()).toMatchObject({ phase: 'reviewing' });
    expect(store.progress()).not.toHaveProperty('wasAgreed');
    expect(account.readAccount).toHaveBeenCalledTimes(1);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('has somebody confirm first that it is them, with the review kept', () => {
    const { store, saga, account, end, review, agree } = setUp();
    review();
    agree();
    end({ kind: 'notDone', code: 'busy' });
    account.mustConfirm.set(true);
    store.tryAgain(google);

    expect(store.phase()).toBe('confirmingPrimary');
    expect(saga.link).toHaveBeenCalledTimes(1);
    account.mustConfirm.set(false);
    expect(store.progress()).toMatchObject({ phase: 'reviewing', wasAgreed: true });
  });
});

describe('LinkingStore: what is chosen', () => {
  it('REL-25: stays when the same account is proven again', () => {
    const { store, review } = setUp();
    review();
    store.chooseDirection('keepSecond');
    store.decide({ key: 'theme', decision: 'both' });
    store.restart();
    review();

    expect(store.progress()).toMatchObject({
      choices: { direction: 'keepSecond', decisions: new Map([['theme', 'both']]) },
    });
  });

  it('REL-25: stays when the page was left meanwhile, until the accounts are linked', async () => {
    const tab = new SealedStore();
    const { store, review } = setUp(tab);
    review();
    store.decide({ key: 'theme', decision: 'both' });

    const back = setUp(tab);
    back.review();
    await jest.advanceTimersByTimeAsync(0);
    expect(back.store.progress()).toMatchObject({
      choices: { decisions: new Map([['theme', 'both']]) },
    });
    back.agree();
    back.end(plainlyDone);
    await jest.advanceTimersByTimeAsync(0);

    const anew = setUp(tab);
    anew.review();
    await jest.advanceTimersByTimeAsync(0);
    expect(anew.store.progress()).toMatchObject({
      choices: { decisions: new Map() },
    });
  });

  it('is taken for no other account than the one it was chosen for', async () => {
    const tab = new SealedStore();
    setUp(tab);
    await TestBed.inject(KeptChoices).keep({
      subject: 'google-oauth2|116',
      choices: { direction: 'keepSecond', decisions: new Map([['theme', 'both']]) },
    });
    const { store, review } = setUp(tab);
    await jest.advanceTimersByTimeAsync(0);
    review();

    expect(store.progress()).toMatchObject({ choices: { direction: 'keepFirst' } });
  });

  it('keeps a decision with the value it was made for when the direction turns', () => {
    const { store, review } = setUp();
    review();
    store.decide({ key: 'theme', decision: 'mine' });
    store.chooseDirection('keepSecond');

    expect(store.progress()).toMatchObject({
      choices: { decisions: new Map([['theme', 'theirs']]) },
    });
  });

  it('says when the second sign-in expires, a minute before it does', () => {
    const { store, review } = setUp();
    review();

    expect(store.expiresAt()).toBe(now + 540_000);
  });
});
