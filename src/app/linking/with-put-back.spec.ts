import { TestBed } from '@angular/core/testing';
import { signalStore, withMethods } from '@ngrx/signals';
import { NEVER, of, Subject, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { PutBackRequest } from '../identity/settings/set-aside';
import type { PutBackResult } from '../saga/run-put-back';
import { SetAsideSaga } from '../saga/set-aside-saga';
import type { PutBackErrand } from '../session/second/errand';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { SecondSession } from '../session/second/second-session';
import { SignInError } from '../session/sign-in-error';
import type { WindowEvent } from '../session/window/sign-in-window';
import { withPutBack } from './with-put-back';
import { withSetAside } from './with-set-aside';

const now = Date.UTC(2027, 0, 15, 8) / 1000;
const subject = 'google-oauth2|115';
const connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
} as const;
const request: PutBackRequest = { holder: 'auth0|ada', owner: subject, connection };
const errand: PutBackErrand = {
  purpose: 'putBack',
  connection: 'google',
  holder: 'auth0|ada',
  owner: subject,
};
const sessionOf = (who: string, authenticatedAt = now): SecondSession =>
  new SecondSession({ idToken: 'secret', accessToken: 'secret' }, 5, {
    subject: who,
    issuedAt: now,
    authenticatedAt,
    email: 'none',
    expiresAt: now + 600,
  });

/** `returned`: who has signed in while the page was left, if that is how it was reached. */
function setUp(returned?: Observable<SecondSession>) {
  const signIns = new Subject<WindowEvent<SecondSession>>();
  const ends = new Subject<PutBackResult>();
  const signInByPopup = jest.fn((): Observable<WindowEvent<SecondSession>> => signIns);
  const leaveToPutBack = jest.fn<Observable<never>, [PutBackRequest]>(() => NEVER);
  const auth = {
    signInByPopup,
    leaveToPutBack,
    returnedToPutBack: () => returned && { errand, session: returned },
  };
  const saga = { putBack: jest.fn(() => ends) };
  const readAccount = jest.fn();
  const Store = signalStore(
    withMethods(() => ({ readAccount: (): void => void readAccount() })),
    withSetAside(),
    withPutBack(),
  );
  TestBed.configureTestingModule({
    providers: [
      Store,
      { provide: SetAsideSaga, useValue: saga },
      { provide: SecondaryAuthService, useValue: auth },
      { provide: LIGATURE_CONFIG, useValue: { policy: { reservedMetadata: ['roles'] } } },
    ],
  });
  const store = TestBed.inject(Store);
  const signIn = (result: SecondSession): void => signIns.next({ kind: 'signedIn', result });

  return {
    store,
    saga,
    signIns,
    signInByPopup,
    leaveToPutBack,
    signIn,
    ends,
    readAccount,
  };
}

describe('withPutBack: putting settings back', () => {
  it('opens the window in the very click, and once', () => {
    const { store, signInByPopup } = setUp();
    store.putBack(request);
    store.putBack(request);

    expect(signInByPopup.mock.calls).toEqual([[connection]]);
    expect(store.setAside()).toEqual({ status: 'windowOpen', request });
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
    signIns.next({ kind: 'windowUnseen' });
    expect(store.setAside()).toEqual({ status: 'windowUnseen', request });
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
    expect(store.setAside()).toEqual({ status: 'failed', code: 'popup-blocked', request });
    store.putBack(request);

    expect(store.setAside()).toEqual({ status: 'windowOpen', request });
  });
});

describe('withPutBack: putting settings back by the full page', () => {
  it('leaves for it, and waits for no window any more', () => {
    const { store, signIns, leaveToPutBack } = setUp();
    store.putBack(request);
    store.leaveToPutBack(request);

    expect(leaveToPutBack.mock.calls).toEqual([[request]]);
    expect(signIns.observed).toBe(false);
    expect(store.setAside()).toEqual({ status: 'none' });
  });

  it('says why the page was not left, and does not offer it again', () => {
    const { store, leaveToPutBack } = setUp();
    leaveToPutBack.mockReturnValue(throwError(() => new SignInError('no-storage')));
    store.leaveToPutBack(request);

    expect(store.setAside()).toEqual({ status: 'failed', code: 'no-storage' });
  });

  it('does not offer it where it would do no better', () => {
    const { store, signIns } = setUp();
    store.putBack(request);
    signIns.error(new SignInError('denied'));

    expect(store.setAside()).toEqual({ status: 'failed', code: 'denied' });
  });

  it('goes on by itself with what has come back', () => {
    const session = sessionOf(subject);
    const { store, saga, ends } = setUp(of(session));
    expect(store.setAside()).toEqual({ status: 'puttingBack' });
    ends.next({ result: 'done', back: ['theme'], stays: [], archive: 'cleared' });

    expect(saga.putBack.mock.calls).toEqual([['auth0|ada', session, ['roles']]]);
    expect(store.setAside()).toMatchObject({ status: 'putBack', back: ['theme'] });
  });

  it.each<[string, Observable<SecondSession>, string]>([
    ['another account', of(sessionOf('google-oauth2|116')), 'other-settings'],
    ['somebody who was not asked who they are', of(sessionOf(subject, now - 3600)), 'not-fresh'],
    ['a sign-in that was refused', throwError(() => new SignInError('denied')), 'denied'],
  ])('writes nothing for %s', (_case, returned, code) => {
    const { store, saga } = setUp(returned);

    expect(store.setAside()).toEqual({ status: 'failed', code });
    expect(saga.putBack).not.toHaveBeenCalled();
  });
});
