import { TestBed } from '@angular/core/testing';
import { defer, firstValueFrom, of } from 'rxjs';

import { type Json, type Settings } from '../../identity/json';
import { accountWith } from '../../identity/testing/accounts';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import { SecondarySession } from '../../session/secondary/client/secondary-session';
import { SessionReceipts } from '../../session/storage/session-receipts';
import type { AccessTokenSource } from '../../session/tokens/access-token-source';
import { ModelTenant } from '../testing/tenant';
import { SetAsideSaga } from './set-aside-saga';

const now = Date.UTC(2027, 0, 15, 8);
const subject = 'google-oauth2|115';
const others = { 'github|7': { theme: 'old' } };
const archive: Json = { ...others, [subject]: { theme: 'light' } };
const second = new SecondarySession({ idToken: 'secret', accessToken: 'secret' }, 5000, {
  subject,
  issuedAtMs: now,
  authenticatedAtMs: now,
  email: 'verified',
  expiresAtMs: now + 600_000,
});

function setUp() {
  const held = new Map<string, Json>([['linked_archive', archive]]);
  const tenant = new ModelTenant([accountWith('auth0|ada', held), accountWith(subject)], now);
  const session = { accessToken: () => of('first') };
  const bearers: unknown[] = [];
  const api = {
    readAccount: (userId: string) => defer(() => of(tenant.account(userId))),
    writeSettings: (userId: string, changes: Settings, bearer: AccessTokenSource) => {
      bearers.push(userId, bearer);

      return of({ outcome: 'ok', value: tenant.write(userId, changes) });
    },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
    ],
  });
  const settings = (userId: string) => Object.fromEntries(tenant.account(userId).settings);

  return { bearers, saga: TestBed.inject(SetAsideSaga), session, settings, tenant };
}

// jsdom has no locks, and only one test gives it any.
afterEach(() => Reflect.deleteProperty(navigator, 'locks'));

describe('SetAsideSaga', () => {
  it('puts settings back, each account written to in its own name', async () => {
    const { bearers, saga, session, settings } = setUp();
    await expect(
      firstValueFrom(saga.putBack('auth0|ada', second, { reserved: [] })),
    ).resolves.toMatchObject({
      kind: 'done',
    });

    expect(bearers).toEqual([subject, second, 'auth0|ada', session]);
    expect([settings(subject), settings('auth0|ada')]).toEqual([
      { theme: 'light' },
      { linked_archive: others },
    ]);
  });

  it('removes settings from what is set aside now, not from what was shown', async () => {
    const { saga, settings, tenant } = setUp();
    const newer = { 'sms|1': { alerts: true } };
    tenant.edit('auth0|ada', 'linked_archive', { [subject]: { theme: 'light' }, ...newer });
    await expect(firstValueFrom(saga.remove('auth0|ada', subject))).resolves.toMatchObject({
      kind: 'done',
    });

    expect(settings('auth0|ada')).toEqual({ linked_archive: newer });
  });

  it('takes a value into use, and saves the one that was used', async () => {
    const { saga, settings, tenant } = setUp();
    tenant.edit('auth0|ada', 'theme', 'dark');
    const saved = { subject, key: 'theme', value: 'light' };
    await expect(firstValueFrom(saga.use('auth0|ada', saved))).resolves.toMatchObject({
      kind: 'done',
    });

    expect(settings('auth0|ada')).toEqual({
      theme: 'light',
      linked_archive: { ...others, 'auth0|ada': { theme: 'dark' } },
    });
  });

  it('writes nothing where the value is another one by now, and says so', async () => {
    const { bearers, saga } = setUp();
    const shown = { subject, key: 'theme', value: 'red' };

    await expect(firstValueFrom(saga.use('auth0|ada', shown))).resolves.toEqual({
      kind: 'notDone',
      code: 'value-changed',
    });
    expect(bearers).toEqual([]);
  });

  it('removes one value, and has the account remember what this tab has done meanwhile', async () => {
    const { saga, settings } = setUp();
    const method = { userId: 'sms|1', label: '+15555550100', provider: 'sms', connection: 'sms' };
    await TestBed.inject(SessionReceipts).add({
      what: 'unlink',
      at: new Date(now).toISOString(),
      kept: { ...method, userId: 'auth0|ada' },
      left: method,
      signInMethods: [],
    });
    await firstValueFrom(saga.remove('auth0|ada', subject, 'theme'));

    expect(settings('auth0|ada')).toEqual({
      linked_archive: others,
      linked_history: [['unlink', now / 1000, 'sms|1', 'sms', '+15555550100']],
    });
  });

  it('I5: does nothing while another tab is busy with the account', async () => {
    const { bearers, saga } = setUp();
    const request = (...[, , steps]: [string, object, (lock: null) => unknown]) =>
      Promise.resolve(steps(null));
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    const otherTab = { kind: 'notDone', code: 'other-tab' };

    await expect(firstValueFrom(saga.remove('auth0|ada', subject))).resolves.toEqual(otherTab);
    await expect(
      firstValueFrom(saga.putBack('auth0|ada', second, { reserved: [] })),
    ).resolves.toEqual(otherTab);
    expect(bearers).toEqual([]);
  });
});
