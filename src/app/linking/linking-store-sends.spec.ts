import { TestBed } from '@angular/core/testing';
import { NEVER, of } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Connection } from '../identity/connection';
import { ManagementApiService } from '../management-api/management-api-service';
import { LinkSaga } from '../saga/link-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { TenantSession } from '../session/second/tenant-session';
import { LinkingStore } from './linking-store';

const now = Date.UTC(2027, 0, 15, 8);
const connectionOf = (name: string): Connection => ({
  name,
  strategy: 'email',
  label: name,
  transport: 'embedded',
});
const [email, other] = [connectionOf('email'), connectionOf('other')];

/** A page that has just been loaded, in the same tab. */
function setUp() {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [
      LinkingStore,
      {
        provide: PasswordlessSignIn,
        useValue: { sendCode: () => of(undefined), signInByLink: () => of() },
      },
      { provide: PrimarySession, useValue: { settled: NEVER } },
      { provide: ManagementApiService, useValue: {} },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: SecondaryAuthService, useValue: {} },
      { provide: TenantSession, useValue: {} },
      { provide: LinkSaga, useValue: {} },
      {
        provide: LIGATURE_CONFIG,
        useValue: { connections: [], policy: { confirmWithin: 300 } },
      },
    ],
  });
  const store = TestBed.inject(LinkingStore);
  store.signInByMessage(email);
  const send = (times: number, connection = email): void => {
    for (let count = 0; count < times; count++) {
      jest.setSystemTime(Math.max(Date.now(), store.nextSendAt() ?? 0));
      store.sendCode({ connection, address: 'a@b.c' });
    }
  };

  return { store, send };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  sessionStorage.clear();
});

describe('LinkingStore: how often messages may be asked for', () => {
  it('may be asked for at once the first time', () => {
    expect(setUp().store.nextSendAt()).toBeLessThanOrEqual(now);
  });

  it.each([
    [1, 30_000],
    [2, 60_000],
    [3, 120_000],
    [4, 120_000],
  ])('waits longer each time: after %i, for %i ms', (times, pause) => {
    const { store, send } = setUp();
    send(times);

    expect(store.nextSendAt()).toBe(Date.now() + pause);
  });

  it('ends after five', () => {
    const { store, send } = setUp();
    send(5);

    expect(store.nextSendAt()).toBeUndefined();
  });

  it('sends nothing while it is too early, however often it is asked', () => {
    const { store, send } = setUp();
    send(1);
    store.sendCode({ connection: email, address: 'a@b.c' });
    store.sendLink({ connection: email, address: 'a@b.c' });

    expect(store.nextSendAt()).toBe(now + 30_000);
  });

  it('counts links like codes', () => {
    const { store } = setUp();
    store.sendLink({ connection: email, address: 'a@b.c' });

    expect(store.nextSendAt()).toBe(now + 30_000);
  });

  it('goes on counting after a reload, and after a fresh start', () => {
    setUp().send(4);
    const { store, send } = setUp();
    expect(store.nextSendAt()).toBe(Date.now() + 120_000);
    send(1);
    store.restart();
    store.signInByMessage(email);

    expect(store.nextSendAt()).toBeUndefined();
  });

  it('counts for each method apart', () => {
    const { store, send } = setUp();
    send(5);
    store.signInByMessage(other);

    expect(store.nextSendAt()).toBeLessThanOrEqual(now);
  });
});
