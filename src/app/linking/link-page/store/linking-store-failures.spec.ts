import { TestBed } from '@angular/core/testing';
import { of, throwError } from 'rxjs';

import { ManagementApiError } from '../../../management-api/management-api-error';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { TenantClock } from '../../../session/tokens/tenant-clock';
import { ada, google, googleAda, now } from '../../testing/ada';
import { accountsOf, linkingStoreIn } from '../../testing/linking-neighbours';
import { RefusedSecondAccountError } from '../../store/refused-second-account-error';
import { signedIn, storeWithSignIns } from '../../testing/secondary-sign-ins';

function setUp(api = accountsOf()) {
  return { ...storeWithSignIns({ api }), api };
}

describe('LinkingStore: a second sign-in that leads to no plan', () => {
  it.each(['popup-blocked', 'timed-out', 'denied', 'unreachable'] as const)(
    'fails with the reason when nobody signed in: %s',
    (code) => {
      const { store, click, signIns, saga } = setUp();
      click();
      signIns[0]?.error(new SignInError(code));

      expect(store.progress()).toEqual({ phase: 'failed', code });
      expect(saga.link).not.toHaveBeenCalled();
    },
  );

  it('SEC-40: says so before anybody presses where a second sign-in could turn the portal', () => {
    const secondaryAuth = { refusal: 'linking-not-set-up', wayOf: () => 'window' };
    const store = linkingStoreIn({ secondaryAuth });

    expect(store.progress()).toEqual({ phase: 'failed', code: 'linking-not-set-up' });
  });

  it.each([
    ['same-account', { sub: ada.userId }],
    ['not-fresh', { auth_time: undefined }],
    ['email-unverified', { email_verified: 'true' }],
  ])('fails when the account may not be used: %s', (code, claims) => {
    const { store, click, signIns, api, saga } = setUp();
    click();
    signIns[0]?.next(signedIn(claims));

    expect(store.progress()).toEqual({ phase: 'failed', code });
    expect(api.readAccount).not.toHaveBeenCalled();
    expect(saga.link).not.toHaveBeenCalled();
  });

  it.each(['second-signed-out', 'forbidden', 'busy', 'tenant-error', 'unreadable'] as const)(
    'fails with the reason when the second account cannot be read: %s',
    (code) => {
      const secondAccount = throwError(() => new ManagementApiError(code));
      const { store, click, signIns } = setUp(accountsOf(secondAccount));
      click();
      signIns[0]?.next(signedIn());

      expect(store.progress()).toEqual({ phase: 'failed', code });
    },
  );

  it('reads the second account again after a failure that passes, without another sign-in', () => {
    const api = accountsOf(throwError(() => new ManagementApiError('busy')));
    const { store, click, signIns, secondaryAuth } = setUp(api);
    jest.spyOn(TestBed.inject(TenantClock), 'now').mockReturnValue(now);
    click();
    signIns[0]?.next(signedIn({ exp: now / 1000 + 60 }));
    expect(store.progress()).toEqual({
      phase: 'failed',
      code: 'busy',
      kept: { kind: 'signIn' },
    });
    api.readAccount.mockImplementation((userId) => of(userId === ada.userId ? ada : googleAda));
    store.tryAgain(google);

    expect(store.phase()).toBe('reviewing');
    expect(secondaryAuth.signIn).toHaveBeenCalledTimes(1);
  });

  it.each(['popup-blocked', 'denied', 'timed-out'] as const)(
    'opens the next window in the click on “Try again”: %s',
    (code) => {
      const { store, click, signIns, secondaryAuth } = setUp();
      click();
      signIns[0]?.error(new SignInError(code));
      store.tryAgain(google);

      expect(secondaryAuth.signIn).toHaveBeenCalledTimes(2);
      signIns[1]?.next({ kind: 'windowAwaited' });
      expect(store.progress()).toEqual({ phase: 'signingIn' });
    },
  );

  it('shows the link that is in the way where there is one, and opens no window', () => {
    const { store, click, signIns, secondaryAuth } = setUp();
    click();
    signIns[0]?.error(new RefusedSecondAccountError('too-early'));
    store.tryAgain(google);

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(secondaryAuth.signIn).toHaveBeenCalledTimes(1);
  });

  it('takes nobody who signed in before for whom the window has answered', () => {
    const { store, click, signIns } = setUp(
      accountsOf(throwError(() => new ManagementApiError('busy'))),
    );
    jest.spyOn(TestBed.inject(TenantClock), 'now').mockReturnValue(now);
    click();
    signIns[0]?.next(signedIn({ exp: now / 1000 + 60 }));
    click();
    signIns[1]?.next({ kind: 'answered' });
    signIns[1]?.error(new SignInError('unreachable'));

    expect(store.progress()).toEqual({ phase: 'failed', code: 'unreachable' });
  });

  it('counts what nobody foresaw as a failed sign-in, and can be tried again', () => {
    const { store, click, signIns } = setUp();
    click();
    signIns[0]?.error(new RangeError('x'));

    expect(store.progress()).toEqual({ phase: 'failed', code: 'sign-in-failed' });
    click();
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });
});
