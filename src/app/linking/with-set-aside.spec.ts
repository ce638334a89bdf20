import { TestBed } from '@angular/core/testing';
import { signalStore, withMethods } from '@ngrx/signals';
import { Subject } from 'rxjs';

import { accountWith } from '../identity/account.model';
import { SetAsideSaga } from '../saga/set-aside-saga';
import type { Settled } from '../saga/settle-settings';
import { withSetAside } from './with-set-aside';

const subject = 'google-oauth2|115';

function setUp() {
  const removals = new Subject<Settled>();
  const saga = { remove: jest.fn(() => removals) };
  const readAccount = jest.fn();
  const Store = signalStore(
    withMethods(() => ({ readAccount: (): void => void readAccount() })),
    withSetAside(),
  );
  TestBed.configureTestingModule({
    providers: [Store, { provide: SetAsideSaga, useValue: saga }],
  });

  return { store: TestBed.inject(Store), saga, removals, readAccount };
}

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
