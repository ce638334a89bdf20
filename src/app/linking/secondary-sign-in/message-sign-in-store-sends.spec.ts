import { TestBed } from '@angular/core/testing';
import { of, throwError } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { SignInFailure } from '../../identity/failure';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { now } from '../testing/ada';
import { messageSignInStore } from '../testing/message-sign-in';

const connectionOf = (name: string): Connection => ({
  name,
  strategy: 'email',
  label: name,
  transport: 'embedded',
});
const [email, other] = [connectionOf('email'), connectionOf('other')];

/** A page that has just been loaded, in the same tab; what is sent may be refused. */
function setUp(refusal?: SignInFailure) {
  TestBed.resetTestingModule();
  const store = messageSignInStore({
    sendCode: () =>
      refusal === undefined ? of(undefined) : throwError(() => new SignInError(refusal)),
    signInByLink: () => (refusal === undefined ? of() : throwError(() => new SignInError(refusal))),
  });
  store.begin(email);
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

describe('MessageSignInStore: how often messages may be asked for', () => {
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
    store.stop();
    store.begin(email);

    expect(store.nextSendAt()).toBeUndefined();
  });

  it.each<[SignInFailure, number]>([
    ['bad-address', 0],
    ['not-set-up', 0],
    ['message-not-sent', 30_000],
    ['too-many-messages', 30_000],
    ['unreachable', 30_000],
  ])('counts only what may have left: after %s it waits %i ms', (refusal, pause) => {
    const { store } = setUp(refusal);
    store.sendCode({ connection: email, address: 'a@b.c' });
    expect(store.nextSendAt()).toBe(pause === 0 ? 0 : now + pause);

    const again = setUp(refusal).store;
    expect(again.nextSendAt()).toBe(pause === 0 ? 0 : now + pause);
  });

  it('gives the same back for a link', () => {
    const { store } = setUp('bad-address');
    store.sendLink({ connection: email, address: 'a@b.c' });

    expect(store.nextSendAt()).toBe(0);
  });

  it('counts for each method apart', () => {
    const { store, send } = setUp();
    send(5);
    store.begin(other);

    expect(store.nextSendAt()).toBeLessThanOrEqual(now);
  });
});
