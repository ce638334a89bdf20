import { TestBed } from '@angular/core/testing';
import { map, NEVER, of, Subject, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Connection } from '../../identity/connection';
import type { PutBackRequest } from '../../identity/settings/set-aside';
import type { PutBackResult } from '../../saga/settings/run-put-back';
import { SetAsideSaga } from '../../saga/settings/set-aside-saga';
import { SecondarySession } from '../../session/secondary/client/secondary-session';
import {
  SecondaryAuthService,
  type SecondaryEvent,
  type SecondaryOptions,
} from '../../session/secondary/secondary-auth-service';
import { SignInError } from '../../session/sign-in/sign-in-error';
import type { PutBackPurpose } from '../../session/sign-in/sign-in-purpose';
import { TenantSession } from '../../session/user/tenant-session';
import { signedInAccount } from '../testing/signed-in-account';
import { SetAsideStore } from './set-aside-store';

const now = Date.UTC(2027, 0, 15, 8);
const subject = 'google-oauth2|115';
const connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
} as const;
const request: PutBackRequest = { holder: 'auth0|ada', owner: subject, connection };
const purpose: PutBackPurpose = {
  kind: 'putBack',
  connection: 'google',
  holder: 'auth0|ada',
  owner: subject,
};
const sessionOf = (who: string, authenticatedAtMs = now): SecondarySession =>
  new SecondarySession({ idToken: 'secret', accessToken: 'secret' }, 5000, {
    subject: who,
    issuedAtMs: now,
    authenticatedAtMs,
    email: 'none',
    expiresAtMs: now + 600_000,
  });

const provenBy = (result: SecondarySession): SecondaryEvent => ({
  kind: 'signedIn',
  result,
  transport: 'popup',
});

/** `returned`: who has signed in while the page was left, if that is how it was reached. */
function setUp(returned?: Observable<SecondarySession>) {
  const signIns = new Subject<SecondaryEvent>();
  const ends = new Subject<PutBackResult>();
  const begin = jest.fn<Observable<SecondaryEvent>, [Connection, SecondaryOptions]>(
    (_connection, { way }) => (way === 'window' ? signIns : NEVER),
  );
  const events = returned?.pipe(map(provenBy));
  const auth = { signIn: begin, resume: () => events && { purpose, events } };
  const saga = { putBack: jest.fn(() => ends) };
  const tenantSession = {
    wasAskedFor: jest.fn<Promise<void>, [owner: string, connection: string]>(() =>
      Promise.resolve(),
    ),
  };
  const account = signedInAccount();
  TestBed.configureTestingModule({
    providers: [
      SetAsideStore,
      account.provided,
      { provide: SetAsideSaga, useValue: saga },
      { provide: SecondaryAuthService, useValue: auth },
      { provide: TenantSession, useValue: tenantSession },
      { provide: LIGATURE_CONFIG, useValue: { policy: { reservedMetadata: ['roles'] } } },
    ],
  });
  const store = TestBed.inject(SetAsideStore);
  const signIn = (session: SecondarySession): void => signIns.next(provenBy(session));

  return {
    store,
    saga,
    signIns,
    begin,
    signIn,
    ends,
    wasAskedFor: tenantSession.wasAskedFor,
    readAccount: account.readAccount,
  };
}

describe('SetAsideStore: putting settings back', () => {
  it('opens the window in the very click, and once', () => {
    const { store, begin } = setUp();
    store.putBack(request);
    store.putBack(request);

    expect(begin.mock.calls).toEqual([[connection, { way: 'window', purpose }]]);
    expect(store.progress()).toEqual({ status: 'windowOpen', request });
    expect(store.isBusy()).toBe(true);
  });

  it('hands the proven account to the saga, and says how it ended', () => {
    const { store, saga, signIn, ends, wasAskedFor, readAccount } = setUp();
    const session = sessionOf(subject);
    store.putBack(request);
    signIn(session);
    expect(store.progress()).toEqual({ status: 'puttingBack' });
    ends.next({ kind: 'done', back: ['theme'], stays: [], archive: 'cleared' });

    expect(saga.putBack.mock.calls).toEqual([['auth0|ada', session, { reserved: ['roles'] }]]);
    expect(store.progress()).toEqual({
      status: 'putBack',
      back: ['theme'],
      stays: [],
      archive: 'cleared',
    });
    expect(wasAskedFor.mock.calls).toEqual([[subject, connection.name]]);
    expect(readAccount).toHaveBeenCalledTimes(1);
  });

  it.each<[PutBackResult, object]>([
    [
      { kind: 'notDone', code: 'busy' },
      { status: 'failed', code: 'busy' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
      { status: 'unknown', what: 'putBack', code: 'unreachable' },
    ],
  ])('says what is known: %j', (ended, expected) => {
    const { store, signIn, ends } = setUp();
    store.putBack(request);
    signIn(sessionOf(subject));
    ends.next(ended);

    expect(store.progress()).toEqual(expected);
    expect(store.isBusy()).toBe(false);
  });

  it.each([
    ['another account', sessionOf('google-oauth2|116'), 'other-settings'],
    ['somebody who was not asked who they are', sessionOf(subject, now - 3_600_000), 'not-fresh'],
  ])('writes nothing for %s', (_case, session, code) => {
    const { store, saga, signIn, wasAskedFor } = setUp();
    store.putBack(request);
    signIn(session);

    expect(wasAskedFor).not.toHaveBeenCalled();
    expect(store.progress()).toEqual({ status: 'failed', code });
    expect(saga.putBack).not.toHaveBeenCalled();
  });

  it('says when the window cannot be seen, and can be left then', () => {
    const { store, signIns } = setUp();
    store.putBack(request);
    signIns.next({ kind: 'windowUnseen' });
    expect(store.progress()).toEqual({ status: 'windowUnseen', request });
    store.dismiss();

    expect(store.progress()).toEqual({ status: 'none' });
    expect(signIns.observed).toBe(false);
  });

  it('asks of no window once its answer has come, and opens no other', () => {
    const { store, signIns, begin } = setUp();
    store.putBack(request);
    signIns.next({ kind: 'windowUnseen' });
    signIns.next({ kind: 'answered' });
    store.putBack(request);

    expect(store.progress()).toEqual({ status: 'puttingBack' });
    expect(begin).toHaveBeenCalledTimes(1);
  });

  it('has another window for one that is out of sight, and for no other', () => {
    const { store, signIns, begin } = setUp();
    store.putBack(request);
    store.putBack(request);
    expect(begin).toHaveBeenCalledTimes(1);
    signIns.next({ kind: 'windowUnseen' });
    store.putBack(request);

    expect(begin).toHaveBeenCalledTimes(2);
    expect(store.progress()).toEqual({ status: 'windowOpen', request });
  });

  it('sends nothing once more while what has been sent is under way, whoever leaves and comes back', () => {
    const { store, signIn, ends, saga, begin } = setUp();
    store.putBack(request);
    signIn(sessionOf(subject));
    store.dismiss();
    store.putBack(request);

    expect(ends.observed).toBe(true);
    expect(saga.putBack).toHaveBeenCalledTimes(1);
    expect(begin).toHaveBeenCalledTimes(1);
  });

  it('follows to its end what has been sent, whoever leaves', () => {
    const { store, signIn, ends } = setUp();
    store.putBack(request);
    signIn(sessionOf(subject));
    store.dismiss();

    expect(ends.observed).toBe(true);
  });

  it('says why nobody signed in, and can be asked again', () => {
    const { store, begin } = setUp();
    begin.mockReturnValueOnce(throwError(() => new SignInError('popup-blocked')));
    store.putBack(request);
    expect(store.progress()).toEqual({ status: 'failed', code: 'popup-blocked', request });
    store.putBack(request);

    expect(store.progress()).toEqual({ status: 'windowOpen', request });
  });
});

describe('SetAsideStore: putting settings back by the full page', () => {
  it('leaves for it, and waits for no window any more', () => {
    const { store, signIns, begin } = setUp();
    store.putBack(request);
    store.putBackOnFullPage(request);

    expect(begin.mock.lastCall).toEqual([connection, { way: 'fullPage', purpose }]);
    expect(signIns.observed).toBe(false);
    expect(store.progress()).toEqual({ status: 'none' });
  });

  it('says why the page was not left, and does not offer it again', () => {
    const { store, begin } = setUp();
    begin.mockReturnValue(throwError(() => new SignInError('no-storage')));
    store.putBackOnFullPage(request);

    expect(store.progress()).toEqual({ status: 'failed', code: 'no-storage' });
  });

  it('does not offer it where it would do no better', () => {
    const { store, signIns } = setUp();
    store.putBack(request);
    signIns.error(new SignInError('denied'));

    expect(store.progress()).toEqual({ status: 'failed', code: 'denied' });
  });

  it('goes on by itself with what has come back', () => {
    const session = sessionOf(subject);
    const { store, saga, ends } = setUp(of(session));
    expect(store.progress()).toEqual({ status: 'puttingBack' });
    ends.next({ kind: 'done', back: ['theme'], stays: [], archive: 'cleared' });

    expect(saga.putBack.mock.calls).toEqual([['auth0|ada', session, { reserved: ['roles'] }]]);
    expect(store.progress()).toMatchObject({ status: 'putBack', back: ['theme'] });
  });

  it.each<[string, Observable<SecondarySession>, string]>([
    ['another account', of(sessionOf('google-oauth2|116')), 'other-settings'],
    [
      'somebody who was not asked who they are',
      of(sessionOf(subject, now - 3_600_000)),
      'not-fresh',
    ],
    ['a sign-in that was refused', throwError(() => new SignInError('denied')), 'denied'],
  ])('writes nothing for %s', (_case, returned, code) => {
    const { store, saga } = setUp(returned);

    expect(store.progress()).toEqual({ status: 'failed', code });
    expect(saga.putBack).not.toHaveBeenCalled();
  });
});
