import { TestBed } from '@angular/core/testing';
import { NEVER, of, throwError, type Observable } from 'rxjs';

import type { Connection, Transport } from '../../../identity/connection';
import type { TenantFailure } from '../../../identity/failure';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { ada, google, googleAda, proven } from '../../testing/ada';
import { agreeTo, linkingStoreIn } from '../../testing/linking-neighbours';
import { signedInAccount } from '../../testing/signed-in-account';

const connectionOf = (strategy: string, transport: 'auto' | Transport = 'auto'): Connection => ({
  name: strategy,
  strategy,
  label: strategy,
  transport,
});
const second = proven();

function setUp({ returned = of(second) }: { returned?: Observable<SecondarySession> | null } = {}) {
  const account = signedInAccount();
  const secondaryAuth = {
    returned: jest.fn(() => returned ?? undefined),
    leaveToSignIn: jest.fn<Observable<never>, [Connection]>(() => NEVER),
    signInByPopup: jest.fn(() => of({ kind: 'signedIn', result: second })),
  };
  const saga = { link: jest.fn(() => NEVER) };
  const store = linkingStoreIn({ secondaryAuth, saga, account });
  const readPrimary = (): void => {
    account.receive(ada);
    TestBed.tick();
  };
  const failToReadPrimary = (code: TenantFailure): void => {
    account.read.set({ status: 'failed', code });
    TestBed.tick();
  };

  return {
    store,
    account,
    secondaryAuth,
    saga,
    readPrimary,
    failToReadPrimary,
  };
}

function onDevice({ isPhone = false } = {}): void {
  window.matchMedia = () => ({ matches: isPhone }) as MediaQueryList;
}

afterEach(() => localStorage.clear());

describe('LinkingStore: a sign-in on the full page', () => {
  it('leaves for the method that was chosen', () => {
    const { store, secondaryAuth } = setUp();
    store.leaveToSignIn(google);

    expect(secondaryAuth.leaveToSignIn).toHaveBeenCalledWith(google);
  });

  it('says why it could not leave', () => {
    const { store, secondaryAuth } = setUp();
    secondaryAuth.leaveToSignIn.mockReturnValue(throwError(() => new SignInError('no-storage')));
    store.leaveToSignIn(google);

    expect(store.progress()).toEqual({ phase: 'failed', code: 'no-storage' });
  });

  it('stays at the start when the page was reached in another way', () => {
    const { store, readPrimary } = setUp({ returned: null });
    store.resume(google);
    readPrimary();

    expect(store.progress()).toEqual({ phase: 'idle' });
  });

  it('has nothing to go on with for a method that is not offered', () => {
    const { store, secondaryAuth } = setUp();
    store.resume(undefined);

    expect(secondaryAuth.returned).not.toHaveBeenCalled();
  });

  it('goes on where the page was left, as soon as the first account has been read', () => {
    const { store, readPrimary } = setUp();
    store.resume(google);
    expect(store.progress()).toEqual({ phase: 'reading' });
    readPrimary();

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      plan: { kept: ada, absorbed: googleAda },
    });
  });

  it('links with the sign-in that has come back, and only when asked to', () => {
    const { store, saga, readPrimary } = setUp();
    store.resume(google);
    readPrimary();
    expect(saga.link).not.toHaveBeenCalled();
    agreeTo(store);

    expect(saga.link).toHaveBeenCalledWith(
      expect.objectContaining({ kept: ada }),
      second,
      google.name,
    );
  });

  it.each(['denied', 'timed-out', 'wrong-nonce'] as const)(
    'fails with the reason when the sign-in came back without a person: %s',
    (code) => {
      const { store, readPrimary } = setUp({ returned: throwError(() => new SignInError(code)) });
      store.resume(google);
      readPrimary();

      expect(store.progress()).toEqual({ phase: 'failed', code });
    },
  );

  it('says why the first account cannot be read, and goes on once it can', () => {
    const { store, secondaryAuth, readPrimary, failToReadPrimary } = setUp();
    store.resume(google);
    failToReadPrimary('busy');
    expect(store.phase()).toBe('idle');
    readPrimary();

    expect(store.phase()).toBe('reviewing');
    expect(secondaryAuth.returned).toHaveBeenCalledTimes(1);
  });

  it('has the first person confirm that it is them when their session has ended, and goes on', () => {
    const { store, account, readPrimary, failToReadPrimary } = setUp();
    store.resume(google);
    failToReadPrimary('signed-out');
    expect(store.phase()).toBe('confirmingPrimary');
    account.mustConfirm.set(false);
    readPrimary();

    expect(store.phase()).toBe('reviewing');
  });

  it('forgets what has come back when the person begins again', () => {
    const { store, readPrimary, failToReadPrimary } = setUp();
    store.resume(google);
    failToReadPrimary('busy');
    store.restart();
    readPrimary();

    expect(store.phase()).toBe('idle');
  });
});

describe('LinkingStore: how a sign-in travels', () => {
  it.each<[Transport, string, Connection, boolean]>([
    ['popup', 'on a large screen', google, false],
    ['redirect', 'on a phone', google, true],
    ['popup', 'where windows are cut off', connectionOf('windowslive'), false],
    ['popup', 'on a phone, if the operator says so', connectionOf('github', 'popup'), true],
  ])('takes the %s %s', (transport, _case, connection, isPhone) => {
    onDevice({ isPhone });

    expect(setUp().store.transportFor(connection)).toBe(transport);
  });

  it.each<[Transport, boolean]>([
    ['redirect', false],
    ['popup', true],
  ])('takes the %s where it has worked before', (transport, isPhone) => {
    onDevice({ isPhone });
    const { store, readPrimary } = setUp();
    if (transport === 'popup') store.signInByPopup({ primary: ada, connection: google });
    else store.resume(google);
    readPrimary();

    expect(store.transportFor(google)).toBe(transport);
  });
});
