import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { accountWith } from '../../identity/testing/accounts';
import type { Converged } from '../../saga/settings/converge-settings';
import { SetAsideSaga } from '../../saga/settings/set-aside-saga';
import { SecondaryAuthService } from '../../session/secondary/secondary-auth-service';
import { signedInAccount } from '../testing/signed-in-account';
import { SetAsideStore } from './set-aside-store';

const subject = 'google-oauth2|115';

function setUp() {
  const removals = new Subject<Converged>();
  const saga = { remove: jest.fn(() => removals), use: jest.fn(() => removals) };
  const account = signedInAccount();
  TestBed.configureTestingModule({
    providers: [
      SetAsideStore,
      account.provided,
      { provide: SetAsideSaga, useValue: saga },
      { provide: SecondaryAuthService, useValue: { resume: () => undefined } },
      { provide: LIGATURE_CONFIG, useValue: { policy: { reservedMetadata: [] } } },
    ],
  });

  return { store: TestBed.inject(SetAsideStore), saga, removals, readAccount: account.readAccount };
}

describe('SetAsideStore: removing settings', () => {
  it.each<[Converged, object]>([
    [
      { kind: 'done', account: accountWith('auth0|ada') },
      { status: 'removed', key: 'theme' },
    ],
    [
      { kind: 'notDone', code: 'forbidden' },
      { status: 'failed', code: 'forbidden' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
      { status: 'unknown', what: 'removal', code: 'unreachable' },
    ],
  ])('says what is known, and reads the account again: %j', (ended, expected) => {
    const { store, saga, removals, readAccount } = setUp();
    store.remove({ userId: 'auth0|ada', subject, key: 'theme' });
    expect(store.progress()).toEqual({ status: 'removing' });
    removals.next(ended);

    expect(saga.remove.mock.calls).toEqual([['auth0|ada', subject, 'theme']]);
    expect(store.progress()).toEqual(expected);
    expect(readAccount).toHaveBeenCalledTimes(1);
  });
});

describe('SetAsideStore: one value', () => {
  const saved = { subject, key: 'theme', value: 'light' };

  it('removes that alone', () => {
    const { store, saga } = setUp();
    store.remove({ userId: 'auth0|ada', subject, key: 'theme' });

    expect(saga.remove.mock.calls).toEqual([['auth0|ada', subject, 'theme']]);
  });

  it.each<[Converged, object]>([
    [
      { kind: 'done', account: accountWith('auth0|ada') },
      { status: 'used', key: 'theme' },
    ],
    [
      { kind: 'notDone', code: 'value-changed' },
      { status: 'failed', code: 'value-changed' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
      { status: 'unknown', what: 'use', code: 'unreachable' },
    ],
  ])('is taken into use, once at a time, and says what is known: %j', (ended, expected) => {
    const { store, saga, removals, readAccount } = setUp();
    store.use({ userId: 'auth0|ada', saved });
    expect(store.isBusy()).toBe(true);
    store.use({ userId: 'auth0|ada', saved });
    removals.next(ended);

    expect(saga.use.mock.calls).toEqual([['auth0|ada', saved]]);
    expect(store.progress()).toEqual(expected);
    expect(readAccount).toHaveBeenCalledTimes(1);
  });
});
