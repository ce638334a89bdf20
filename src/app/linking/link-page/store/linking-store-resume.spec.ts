import { TestBed } from '@angular/core/testing';
import { map, NEVER, of, throwError, type Observable } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import type { TenantFailure } from '../../../identity/failure';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import { HeldSignIn } from '../../../session/secondary/held-sign-in';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { transportMemory } from '../../../session/storage/transport-memory';
import { ada, google, googleAda, proven } from '../../testing/ada';
import { agreeTo, linkingStoreIn } from '../../testing/linking-neighbours';
import { signedInAccount } from '../../testing/signed-in-account';

const second = proven();
const transport = 'redirect';

/** `returned`: who has signed in while the page of `google` was left, if that is how this one was reached. */
function setUp({ returned = of(second) }: { returned?: Observable<SecondarySession> | null } = {}) {
  const account = signedInAccount();
  const purpose = { kind: 'link', connection: google.name };
  const events = returned?.pipe(map((result) => ({ kind: 'signedIn', result, transport })));
  const secondaryAuth = {
    resume: jest.fn(() => events && { purpose, events }),
    signIn: jest.fn<Observable<never>, [Connection, object]>(() => NEVER),
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

afterEach(() => localStorage.clear());

describe('LinkingStore: a review that is left for another page of the application', () => {
  const lasting = proven({ exp: Date.now() / 1000 + 3600 });

  /** From a review to the next page of this method: what was held until then is given to it. */
  function setUpReview() {
    const { store, readPrimary } = setUp({ returned: of(lasting) });
    const held = TestBed.inject(HeldSignIn);
    store.resume(google);
    readPrimary();

    return { store, held };
  }

  it('is come back to without another sign-in', () => {
    const { held } = setUpReview();
    TestBed.resetTestingModule();
    expect(held.holds('google')).toBe(true);
    const signedIn = held.take('google');
    const { store, saga, readPrimary } = setUp({ returned: null });
    if (signedIn) TestBed.inject(HeldSignIn).hold('google', signedIn);
    store.resume(google);
    readPrimary();
    expect(store.progress()).toMatchObject({ phase: 'reviewing', plan: { absorbed: googleAda } });
    agreeTo(store);

    expect(saga.link).toHaveBeenCalledWith(expect.anything(), lasting, google.name);
  });

  it('is not, once the person has given the second account up', () => {
    const { store, held } = setUpReview();
    store.restart();
    TestBed.resetTestingModule();

    expect(held.holds('google')).toBe(false);
  });
});

describe('LinkingStore: a sign-in on the full page', () => {
  it('leaves for the method that was chosen', () => {
    const { store, secondaryAuth } = setUp();
    store.signInOnFullPage(google);

    expect(secondaryAuth.signIn.mock.calls).toMatchObject([[google, { way: 'fullPage' }]]);
    expect(store.progress()).toEqual({ phase: 'idle' });
  });

  it('says why it could not leave', () => {
    const { store, secondaryAuth } = setUp();
    secondaryAuth.signIn.mockReturnValue(throwError(() => new SignInError('no-storage')));
    store.signInOnFullPage(google);

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

    expect(secondaryAuth.resume).not.toHaveBeenCalled();
  });

  it('goes on in no other wizard than the one that was left', () => {
    const { store, readPrimary } = setUp();
    store.resume({ ...google, name: 'github' });
    readPrimary();

    expect(store.progress()).toEqual({ phase: 'idle' });
  });

  it('takes that way again, since it has worked', () => {
    const { store, readPrimary } = setUp();
    store.resume(google);
    readPrimary();

    expect(transportMemory.worked(google)).toBe(transport);
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
    expect(secondaryAuth.resume).toHaveBeenCalledTimes(1);
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
