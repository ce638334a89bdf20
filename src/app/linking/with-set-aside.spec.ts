import { TestBed } from '@angular/core/testing';
import { signalStore, withMethods } from '@ngrx/signals';
import { Subject, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { accountWith } from '../identity/account.model';
import type { PutBackResult } from '../saga/run-put-back';
import type { Settled } from '../saga/settle-settings';
import { SetAsideSaga } from '../saga/set-aside-saga';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { SecondSession } from '../session/second/second-session';
import { SignInError } from '../session/sign-in-error';
import type { WindowEvent } from '../session/window/sign-in-window';
import { withSetAside } from './with-set-aside';

const now = Date.UTC(2027, 0, 15, 8) / 1000;
const subject = 'google-oauth2|115';
const connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
} as const;
const request = { userId: 'auth0|ada', owner: { subject, connection } };
const sessionOf = (who: string, authenticatedAt = now): SecondSession =>
  new SecondSession({ idToken: 'secret', accessToken: 'secret' }, 5, {
    subject: who,
    issuedAt: now,
    authenticatedAt,
    emailVerified: false,
    expiresAt: now + 600,
  });

function setUp() {
  const signIns = new Subject<WindowEvent<SecondSession>>();
  const ends = new Subject<PutBackResult>();
  const removals = new Subject<Settled>();
  const signInByPopup = jest.fn((): Observable<WindowEvent<SecondSession>> => signIns);
  const saga = { putBack: jest.fn(() => ends), remove: jest.fn(() => removals) };
  const readAccount = jest.fn();
  const Store = signalStore(
    withMethods(() => ({ readAccount: (): void => void readAccount() })),
    withSetAside(),
  );
  TestBed.configureTestingModule({
    providers: [
      Store,
      { provide: SetAsideSaga, useValue: saga },
      { provide: SecondaryAuthService, useValue: { signInByPopup } },
      { provide: LIGATURE_CONFIG, useValue: { policy: { reservedMetadata: ['roles'] } } },
    ],
  });
  const store = TestBed.inject(Store);
  const signIn = (result: SecondSession): void => signIns.next({ kind: 'signedIn', result });

  return { store, saga, signIns, signInByPopup, signIn, ends, removals, readAccount };
}

describe('withSetAside: putting settings back', () => {
  it('opens the window in the very click, and once', () => {
    const { store, signInByPopup } = setUp();
    store.putBack(request);
    store.putBack(request);

    expect(signInByPopup.mock.calls).toEqual([[connection]]);
    expect(store.setAside()).toEqual({ status: 'windowOpen' });
    expect(store.isSetAsideBusy()).toBe(true);
  });

  it('hands the proven account to the saga, and says how it ended', () => {
    const { store, saga, signIn, ends, readAccount } = setUp();
    const session = sessionOf(subject);
    store.putBack(request);
    signIn(session);
    expect(store.setAside()).toEqual({ status: 'puttingBack' });
    ends.next({ result: 'done', back: ['theme'], stays: [], archive: 'cleared' });

    expect(saga.putBack.mock.calls).toEqual([['auth0|ada', session, ['roles']]]);
    expect(store.setAside()).toEqual({
      status: 'putBack',
      back: ['theme'],
      stays: [],
      archive: 'cleared',
    });
    expect(readAccount).toHaveBeenCalledTimes(1);
  });

  it.each<[PutBackResult, object]>([
    [
      { result: 'notDone', code: 'busy' },
      { status: 'failed', code: 'busy' },
    ],
    [
      { result: 'unknown', code: 'unreachable' },
      { status: 'unknown', what: 'putBack', code: 'unreachable' },
    ],
  ])('says what is known: %j', (ended, expected) => {
    const { store, signIn, ends } = setUp();
    store.putBack(request);
    signIn(sessionOf(subject));
    ends.next(ended);

    expect(store.setAside()).toEqual(expected);
    expect(store.isSetAsideBusy()).toBe(false);
  });

  it.each([
    ['another account', sessionOf('google-oauth2|116'), 'other-settings'],
    ['somebody who was not asked who they are', sessionOf(subject, now - 3600), 'not-fresh'],
  ])('writes nothing for %s', (_case, session, code) => {
    const { store, saga, signIn } = setUp();
    store.putBack(request);
    signIn(session);

    expect(store.setAside()).toEqual({ status: 'failed', code });
    expect(saga.putBack).not.toHaveBeenCalled();
  });

  it('says when the window cannot be seen, and can be left then', () => {
    const { store, signIns } = setUp();
    store.putBack(request);
    signIns.next({ kind: 'windowClosed' });
    expect(store.setAside()).toEqual({ status: 'windowUnseen' });
    store.leaveSetAside();

    expect(store.setAside()).toEqual({ status: 'none' });
    expect(signIns.observed).toBe(false);
  });

  it('follows to its end what has been sent, whoever leaves', () => {
    const { store, signIn, ends } = setUp();
    store.putBack(request);
    signIn(sessionOf(subject));
    store.leaveSetAside();

    expect(ends.observed).toBe(true);
  });

  it('says why nobody signed in, and can be asked again', () => {
    const { store, signInByPopup } = setUp();
    signInByPopup.mockReturnValueOnce(throwError(() => new SignInError('popup-blocked')));
    store.putBack(request);
    expect(store.setAside()).toEqual({ status: 'failed', code: 'popup-blocked' });
    store.putBack(request);

    expect(store.setAside()).toEqual({ status: 'windowOpen' });
  });
});

describe('withSetAside: removing settings', () => {
  it.each<[Settled, object]>([
    [{ result: 'done', account: accountWith('auth0|ada') }, { status: 'none' }],
    [
      { result: 'notDone', code: 'forbidden' },
      { status: 'failed', code: 'forbidden' },
    ],
    [
      { result: 'unknown', code: 'unreachable' },
      { status: 'unknown', what: 'removal', code: 'unreachable' },
    ],
  ])('says what is known, and reads the account again: %j', (ended, expected) => {
    const { store, saga, removals, readAccount } = setUp();
    store.removeSetAside({ userId: 'auth0|ada', subject });
    expect(store.setAside()).toEqual({ status: 'removing' });
    removals.next(ended);

    expect(saga.remove.mock.calls).toEqual([['auth0|ada', subject]]);
    expect(store.setAside()).toEqual(expected);
    expect(readAccount).toHaveBeenCalledTimes(1);
  });
});
