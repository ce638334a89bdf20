import { createEnvironmentInjector, EnvironmentInjector, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { CLOCK_SKEW } from '../../config/clock-skew';
import type { Account } from '../../identity/account';
import { journalJson } from '../../identity/link/journal';
import { openJournal } from '../../identity/link/journal-opening';
import { accountWith } from '../../identity/testing/accounts';
import type { LinkEvent, LinkResult } from '../../saga/link/link-result';
import { LinkSaga } from '../../saga/link/link-saga';
import type { OpenLink } from '../../saga/link/reconcile-link';
import { TenantSession } from '../../session/user/tenant-session';
import { UnfinishedLinkStore } from '../unfinished-link/unfinished-link-store';
import { signedInAccount } from './signed-in-account';

export const now = Date.UTC(2027, 0, 15, 8);
export const journal = openJournal(new Map(), new Map([['locale', 'en']]), {
  id: 'a link',
  subject: 'github|7',
  connection: 'github',
  by: 'laptop',
  nowMs: now,
  tokenExpiresAtMs: now + 600_000,
});
export const calm = accountWith('auth0|ada');
export const open = accountWith('auth0|ada', new Map([['acct_link', journalJson(journal)]]));

/** The store on a page that has just opened; the account is read, and links are found, when the test says so. */
export function unfinishedLinkStore(skew = 0) {
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
  const signedIn = signedInAccount();
  const { readAccount } = signedIn;
  const givenBack = jest.fn();
  const settle = jest.fn(() => Promise.resolve());
  TestBed.configureTestingModule({
    providers: [
      UnfinishedLinkStore,
      signedIn.provided,
      { provide: LinkSaga, useValue: saga },
      { provide: CLOCK_SKEW, useValue: skew },
      { provide: TenantSession, useValue: { givenBack, settle } },
    ],
  });
  const store = TestBed.inject(UnfinishedLinkStore);
  const openPage = () => {
    const page = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    store.open(page.get(Injector));

    return page;
  };
  const page = openPage();
  TestBed.tick();

  return {
    store,
    openPage,
    page,
    saga,
    readAccount,
    givenBack,
    /** The account has been read. */
    read: (account: Account): void => {
      signedIn.receive(account);
      TestBed.tick();
    },
    find: (link: OpenLink): void => {
      found.at(-1)?.next(link);
      TestBed.tick();
    },
    end: (result: LinkResult): void => undone.next({ kind: 'ended', result }),
  };
}
