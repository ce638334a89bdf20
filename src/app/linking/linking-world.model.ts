import { Injector, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { of, type Observable } from 'rxjs';

import { LIGATURE_CONFIG, type Policy } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { usualPolicy } from '../identity/link/link-policy.model';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { TenantSession } from '../session/second/tenant-session';
import { ada, google, googleAda } from './ada.model';
import { LinkingStore } from './linking-store';
import { MessageSignInStore } from './message-sign-in-store';
import { SignedInAccountStore } from './signed-in-account-store';
import { UnfinishedLinkStore } from './unfinished-link-store';

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
export const adaSignedIn = (authenticatedAt = (): number | undefined => Date.now() / 1000) => ({
  settled: of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } }),
  authenticatedAt: jest.fn(() => of(authenticatedAt())),
});

/** What a spec puts in the place of what the linking store asks. */
export interface LinkingWorld {
  readonly connections?: readonly Connection[];
  readonly session?: object;
  readonly confirmation?: object;
  readonly api?: object;
  readonly secondaryAuth?: object;
  readonly passwordless?: object;
  readonly saga?: object;
  readonly tenantSession?: object;
}

/** Ada has just signed in, and has an account at Google; nothing else answers that a spec does not name. */
export const provideLinkingWorld = (world: LinkingWorld = {}): Provider[] => [
  SignedInAccountStore,
  UnfinishedLinkStore,
  { provide: LIGATURE_CONFIG, useValue: { connections: world.connections ?? [google], policy } },
  { provide: PrimarySession, useValue: world.session ?? adaSignedIn() },
  { provide: PrimaryConfirmation, useValue: world.confirmation ?? {} },
  { provide: ManagementApiService, useValue: world.api ?? accountsOf() },
  { provide: SecondaryAuthService, useValue: world.secondaryAuth ?? {} },
  { provide: PasswordlessSignIn, useValue: world.passwordless ?? {} },
  { provide: LinkSaga, useValue: world.saga ?? {} },
  {
    provide: TenantSession,
    useValue: { settle: () => Promise.resolve(), ...world.tenantSession },
  },
];

export function linkingStoreIn(world: LinkingWorld, ...others: Provider[]) {
  TestBed.configureTestingModule({
    providers: [MessageSignInStore, LinkingStore, ...provideLinkingWorld(world), ...others],
  });
  const page = TestBed.inject(Injector);
  TestBed.inject(SignedInAccountStore).open(page);
  TestBed.inject(UnfinishedLinkStore).open(page);

  return TestBed.inject(LinkingStore);
}

/** The person agrees to what they are shown, if it is a plan. */
export function agreeTo(store: InstanceType<typeof LinkingStore>): void {
  const progress = store.progress();
  if (progress.phase === 'reviewing') store.link(progress);
}
