import { signal, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EMPTY, of, type Observable } from 'rxjs';

import { LIGATURE_CONFIG, type Policy } from '../../config/ligature-config';
import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { Journal } from '../../identity/link/journal';
import type { UnfinishedLink } from '../../identity/link/unfinished-link';
import { usualPolicy } from '../../identity/testing/link-policy';
import { ManagementApiService } from '../../management-api/management-api-service';
import { LinkSaga } from '../../saga/link/link-saga';
import { HistorySaga } from '../../saga/settings/history-saga';
import { PrimaryConfirmation } from '../../session/primary/primary-confirmation';
import { PrimarySession } from '../../session/primary/primary-session';
import { SecondaryAuthService } from '../../session/secondary/secondary-auth-service';
import { TenantSession } from '../../session/user/tenant-session';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { LinkingStore } from '../link-page/store/linking-store';
import { UnfinishedLinkStore } from '../unfinished-link/unfinished-link-store';
import { ada, google, googleAda } from './ada';
import { signedInAccount } from './signed-in-account';

export const policy: Policy = {
  ...usualPolicy,
  requireVerifiedEmail: true,
  trustedEmailConnections: [],
  confirmWithin: 300,
  allowUnlink: true,
};

/** Reads Ada's account, and this one by any other id. */
export const accountsOf = (second: Observable<Account> = of(googleAda)) => ({
  readAccount: jest.fn((userId: string) => (userId === ada.userId ? of(ada) : second)),
});

/** Ada's session, which began at this time, in seconds since 1970. */
export const adaSignedIn = (authenticatedAtMs = (): number | undefined => Date.now()) => ({
  settled: of({ status: 'signedIn', user: { subject: ada.userId, name: 'Ada' } }),
  authenticatedAtMs: jest.fn(() => of(authenticatedAtMs())),
});

/** What a spec puts in the place of what the linking store asks. */
export interface LinkingNeighbours {
  readonly connections?: readonly Connection[];
  readonly session?: object;
  readonly confirmation?: object;
  readonly api?: object;
  readonly secondaryAuth?: object;
  readonly saga?: object;
  readonly tenantSession?: object;
  readonly remember?: (account: Account) => Observable<unknown>;
}

/** Ada has just signed in, and has an account at Google; nothing else answers that a spec does not name. */
export const provideLinkingNeighbours = (neighbours: LinkingNeighbours = {}): Provider[] => [
  SignedInAccountStore,
  UnfinishedLinkStore,
  {
    provide: LIGATURE_CONFIG,
    useValue: { connections: neighbours.connections ?? [google], policy },
  },
  { provide: PrimarySession, useValue: neighbours.session ?? adaSignedIn() },
  { provide: PrimaryConfirmation, useValue: neighbours.confirmation ?? {} },
  { provide: ManagementApiService, useValue: neighbours.api ?? accountsOf() },
  { provide: HistorySaga, useValue: { remember: neighbours.remember ?? (() => EMPTY) } },
  { provide: SecondaryAuthService, useValue: neighbours.secondaryAuth ?? {} },
  { provide: LinkSaga, useValue: neighbours.saga ?? {} },
  {
    provide: TenantSession,
    useValue: { settle: () => Promise.resolve(), ...neighbours.tenantSession },
  },
];

/** What is known of an unfinished link, as far as the store of a link asks. */
export const unfinishedLink = () => ({
  link: signal<UnfinishedLink>({ status: 'none' }),
  undo: jest.fn<void, [{ journal: Journal }]>(),
});

/** Ada's account, which has been read; she has just signed in. */
export function adaRead() {
  const account = signedInAccount([google]);
  account.receive(ada);

  return account;
}

/** What a spec puts in the place of the stores that the linking store injects. */
export interface StoreNeighbours {
  readonly account?: ReturnType<typeof signedInAccount>;
  readonly unfinished?: ReturnType<typeof unfinishedLink>;
}

/** The linking store alone: what it asks, and its neighbours are stand-ins. */
export function linkingStoreIn(
  neighbours: LinkingNeighbours & StoreNeighbours,
  ...others: Provider[]
) {
  const { account = adaRead(), unfinished = unfinishedLink() } = neighbours;
  TestBed.configureTestingModule({
    providers: [
      ...provideLinkingNeighbours(neighbours),
      account.provided,
      { provide: UnfinishedLinkStore, useValue: unfinished },
      LinkingStore,
      ...others,
    ],
  });

  return TestBed.inject(LinkingStore);
}

/** The person agrees to what they are shown, if it is a plan. */
export function agreeTo(store: InstanceType<typeof LinkingStore>): void {
  const progress = store.progress();
  if (progress.phase === 'reviewing') store.link(progress);
}
