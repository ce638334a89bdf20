import { TestBed } from '@angular/core/testing';
import { defer, firstValueFrom, of } from 'rxjs';

import type { Json, Settings } from '../../identity/json';
import { accountWith } from '../../identity/testing/accounts';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import { SignOut } from '../../session/primary/sign-out';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { ModelTenant } from '../testing/tenant';
import { HistorySaga } from './history-saga';

const now = Date.UTC(2027, 0, 15, 8);
const method = { userId: 'sms|1', label: '+15555550100', provider: 'sms', connection: 'sms' };
const entry = ['unlink', now / 1000, 'sms|1', 'sms', '+15555550100'];

async function setUp(
  held: Record<string, Json> = {},
  writes: readonly string[] = [],
  { isUnlinked = true } = {},
) {
  const account = accountWith('auth0|ada', new Map(Object.entries(held)));
  const tenant = new ModelTenant([account], now);
  const left = [...writes];
  const requests: string[] = [];
  const beforeSignOut: (() => Promise<unknown>)[] = [];
  const api = {
    readAccount: (userId: string) =>
      defer(() => {
        requests.push('GET');

        return of(tenant.account(userId));
      }),
    writeSettings: (userId: string, changes: Settings) => {
      requests.push('PATCH');
      const outcome = left.shift() ?? 'ok';
      const reason = { code: 'server' };

      return of(
        outcome === 'ok' ? { outcome, value: tenant.write(userId, changes) } : { outcome, reason },
      );
    },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: { accessToken: () => of('first') } },
      {
        provide: SignOut,
        useValue: { waitFor: (finish: () => Promise<unknown>) => beforeSignOut.push(finish) },
      },
    ],
  });
  const unlink = () =>
    TestBed.inject(SessionReceipts).add({
      what: 'unlink',
      at: new Date(now).toISOString(),
      kept: { ...method, userId: 'auth0|ada' },
      left: method,
      signInMethods: [],
    });
  if (isUnlinked) await unlink();
  const saga = TestBed.inject(HistorySaga);

  return {
    requests,
    unlink,
    signOut: () => Promise.all(beforeSignOut.map((finish) => finish())),
    remember: () => firstValueFrom(saga.remember(tenant.account('auth0|ada'))),
    history: () => tenant.account('auth0|ada').settings.get('linked_history'),
  };
}

describe('HistorySaga', () => {
  it('has the account remember an unlink of this tab, and asks for nothing more then', async () => {
    const { requests, remember, history } = await setUp({ theme: 'dark' });
    await expect(remember()).resolves.toMatchObject({ kind: 'done' });
    expect(history()).toEqual([entry]);

    await expect(remember()).resolves.toBeUndefined();
    expect(requests).toEqual(['GET', 'PATCH']);
  });

  it('leaves it for the next reading where it is refused', async () => {
    const { remember, history } = await setUp({}, ['refused']);
    await expect(remember()).resolves.toMatchObject({ kind: 'notDone' });
    expect(history()).toBeUndefined();

    await remember();
    expect(history()).toEqual([entry]);
  });

  it('writes nothing beside an unfinished link', async () => {
    const { requests, remember } = await setUp({ acct_link: { v: 1 } });

    await expect(remember()).resolves.toEqual({ kind: 'notDone', code: 'unfinished-link' });
    expect(requests).toEqual(['GET']);
  });

  it('has a sign-out wait until the account remembers an unlink that it has not been read after', async () => {
    const { requests, remember, unlink, signOut, history } = await setUp({}, [], {
      isUnlinked: false,
    });
    await remember();
    await signOut();
    expect(requests).toEqual([]);

    await unlink();
    await signOut();
    expect(history()).toEqual([entry]);
    expect(requests).toEqual(['GET', 'PATCH']);
  });

  it('asks for nothing before a sign-out where the account remembers all of it', async () => {
    const { requests, remember, signOut } = await setUp();
    await signOut();
    await remember();
    await signOut();

    expect(requests).toEqual(['GET', 'PATCH']);
  });
});
