import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { CLOCK_SKEW } from '../../config/clock-skew';
import type { Account } from '../../identity/account';
import { accountWith } from '../../identity/testing/accounts';
import { LinkSaga } from '../../saga/link/link-saga';
import { SentLink, type Sent } from '../../session/storage/sent-link';
import { TenantSession } from '../../session/user/tenant-session';
import { signedInAccount } from '../testing/signed-in-account';
import { UnfinishedLinkStore } from './unfinished-link-store';

const now = Date.UTC(2027, 0, 15, 8);
const calm = accountWith('auth0|ada');

function setUp(sent: Sent) {
  const signedIn = signedInAccount();
  const { readAccount } = signedIn;
  const [forgotten, givenBack] = [jest.fn(), jest.fn()];
  TestBed.configureTestingModule({
    providers: [
      UnfinishedLinkStore,
      signedIn.provided,
      { provide: LinkSaga, useValue: {} },
      { provide: CLOCK_SKEW, useValue: 0 },
      { provide: TenantSession, useValue: { givenBack, settle: () => Promise.resolve() } },
      { provide: SentLink, useValue: { read: () => Promise.resolve(sent), forget: forgotten } },
    ],
  });
  const store = TestBed.inject(UnfinishedLinkStore);
  store.open(TestBed.inject(Injector));
  TestBed.tick();

  return {
    store,
    readAccount,
    forgotten,
    /** The account has been read. */
    read: (account: Account): void => {
      signedIn.receive(account);
      TestBed.tick();
    },
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('UnfinishedLinkStore: a link without a journal that was on its way when the page was loaded', () => {
  const link = { userId: 'auth0|ada', subject: 'github|7', connection: 'github' };
  const linked: Account = {
    ...calm,
    identities: [calm.identities[0], accountWith('github|7').identities[0]],
  };
  const sent = { link, untilMs: now + 300_000 };

  it.each(['before', 'after'])(
    'is not known, and looked at again: read %s the note',
    async (when) => {
      const { store, readAccount, read } = setUp(sent);
      if (when === 'before') read(calm);
      await jest.advanceTimersByTimeAsync(0);
      if (when === 'after') read(calm);
      TestBed.tick();
      expect(store.link()).toEqual({ status: 'unknown', link, untilMs: sent.untilMs });
      jest.advanceTimersByTime(5000);

      expect(readAccount).toHaveBeenCalledTimes(1);
    },
  );

  it.each<[string, Account, number, object]>([
    ['linked, once the account shows it', linked, 5000, { status: 'finished' }],
    [
      'not linked, once it cannot arrive any more',
      calm,
      300_000,
      { status: 'ended', end: 'notLinked' },
    ],
    ['somebody else’s', accountWith('auth0|bob'), 0, { status: 'none' }],
  ])('is %s', async (_case, account, later, end) => {
    const { store, forgotten, read } = setUp(sent);
    await jest.advanceTimersByTimeAsync(later);
    read(account);

    expect(store.link()).toMatchObject(end);
    expect(forgotten).toHaveBeenCalledTimes(1);
  });
});
