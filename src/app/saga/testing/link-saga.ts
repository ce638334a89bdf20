import { TestBed } from '@angular/core/testing';
import { of, throwError } from 'rxjs';

import type { Account } from '../../identity/account';
import type { Settings } from '../../identity/json';
import { planLink } from '../../identity/link/link-plan';
import { accountWith } from '../../identity/testing/accounts';
import { usualPolicy } from '../../identity/testing/link-policy';
import { ManagementApiError } from '../../management-api/management-api-error';
import { ManagementApiService } from '../../management-api/management-api-service';
import { AccountSwitch } from '../../session/primary/account-switch';
import { PrimarySession } from '../../session/primary/primary-session';
import { SecondarySession } from '../../session/secondary/client/secondary-session';
import { TenantClock } from '../../session/tokens/tenant-clock';
import { LinkSaga } from '../link/link-saga';
import { ModelTenant, type Refusal } from './tenant';

const now = Date.UTC(2027, 0, 15, 8);
export const expiresAtMs = now + 36_000_000;
export const second = new SecondarySession({ idToken: 'e30.e30.x', accessToken: 'second' }, 0, {
  subject: 'github|7',
  issuedAtMs: now,
  authenticatedAtMs: now,
  email: 'verified',
  expiresAtMs,
});

/** Whom a link concerns; who is not named has nothing. */
export interface Accounts {
  readonly ada?: Account;
  readonly hub?: Account;
}

/** An account at GitHub that has something to bring along. */
export const hubWith = (settings: Settings): Account => accountWith('github|7', settings);

/** The tenant behind the service, and the first person's session. */
export function linkSagaIn({
  ada = accountWith('auth0|ada'),
  hub = hubWith(new Map([['locale', 'en']])),
}: Accounts = {}) {
  const tenant = new ModelTenant([ada, hub], now);
  const answered = <Value extends object>(value: Value | Refusal) =>
    typeof value === 'string'
      ? ({ outcome: 'refused', reason: new ManagementApiError(value) } as const)
      : ({ outcome: 'ok', value } as const);
  const api = {
    readAccount: jest.fn((userId: string) => {
      const account = tenant.accounts.get(userId);

      return account === undefined
        ? throwError(() => new ManagementApiError('not-found'))
        : of(account);
    }),
    writeSettings: jest.fn((userId: string, changes: Settings) =>
      of(answered<Account>(tenant.write(userId, changes))),
    ),
    linkIdentity: jest.fn((userId: string) =>
      of(
        answered(
          tenant.link(userId, userId === 'github|7' ? 'auth0|ada' : 'github|7', expiresAtMs),
        ),
      ),
    ),
  };
  const session = { accessToken: () => of('first') };
  const accountSwitch = {
    credential: jest.fn(() => of('first’s token')),
    credentialExpiresAtMs: () => of(expiresAtMs),
    expect: jest.fn(() => Promise.resolve()),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: AccountSwitch, useValue: accountSwitch },
      { provide: TenantClock, useValue: { now: () => tenant.now } },
    ],
  });
  const planned = (direction: 'keepFirst' | 'keepSecond') =>
    planLink(
      {
        first: ada,
        second: hub,
        connection: { name: 'github', strategy: 'github', label: 'GitHub', transport: 'auto' },
        policy: usualPolicy,
        nowMs: now,
        proofExpiresAtMs: expiresAtMs,
      },
      { direction, decisions: new Map() },
    );

  return { api, tenant, session, accountSwitch, planned, saga: TestBed.inject(LinkSaga) };
}
