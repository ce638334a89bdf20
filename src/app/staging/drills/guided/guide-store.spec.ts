import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { accountWith } from '../../../identity/testing/accounts';
import { ManagementApiService } from '../../../management-api/management-api-service';
import { RestoreSaga } from '../../../saga/settings/restore-saga';
import {
  SecondaryAuthService,
  type SecondaryEvent,
} from '../../../session/secondary/secondary-auth-service';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { sessionProving } from '../../../session/testing/secondary-session';
import { goodConfig } from '../../testing/good-context';
import { allDrills } from '../catalogue/all-drills';
import { DrillsStore } from '../drills-store';
import { GuideStore } from './guide-store';

const drill = allDrills(goodConfig).find(({ group }) => group === 'links');

/** The guide through a drill whose accounts are being chosen, and the windows that it has opened. */
function setUp() {
  const windows: Subject<SecondaryEvent>[] = [];
  const signIn = jest.fn(() => {
    const opened = new Subject<SecondaryEvent>();
    windows.push(opened);

    return opened;
  });
  const readAccount = jest.fn((userId: string) => of(accountWith(userId, new Map())));
  TestBed.configureTestingModule({
    providers: [
      GuideStore,
      { provide: LIGATURE_CONFIG, useValue: goodConfig },
      { provide: ManagementApiService, useValue: { readAccount } },
      { provide: RestoreSaga, useValue: {} },
      { provide: SecondaryAuthService, useValue: { signIn } },
      { provide: DrillsStore, useValue: {} },
    ],
  });
  const store = TestBed.inject(GuideStore);
  if (drill === undefined) throw new Error('There is no such drill');
  store.choose(drill);

  return { store, windows, signIn };
}

const signedIn = (subject: string): SecondaryEvent => ({
  kind: 'signedIn',
  result: sessionProving({ sub: subject, iat: 0 }),
  transport: 'popup',
});

describe('GuideStore: an account that is proven in a window', () => {
  it('has its part once somebody has signed in', () => {
    const { store, windows } = setUp();
    store.prove('second');
    expect(store.guide()).toMatchObject({ asking: 'second' });
    windows[0]?.next(signedIn('google-oauth2|115'));

    expect(store.guide()).toMatchObject({
      status: 'choosing',
      proven: { second: expect.any(String) as string },
    });
  });

  it('opens one window at a time', () => {
    const { store, signIn } = setUp();
    store.prove('second');
    store.prove('second');

    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('REL-03: is said to be out of sight, and its answer counts all the same', () => {
    const { store, windows } = setUp();
    store.prove('second');
    windows[0]?.next({ kind: 'windowUnseen' });
    expect(store.guide()).toMatchObject({ problem: 'window-unseen', proven: {} });
    windows[0]?.next({ kind: 'answered' });
    expect(store.guide()).toMatchObject({ asking: 'second' });
    expect(store.guide()).not.toHaveProperty('problem');
    windows[0]?.next(signedIn('google-oauth2|115'));

    expect(store.guide()).toMatchObject({ proven: { second: expect.any(String) as string } });
    expect(store.guide()).not.toHaveProperty('problem');
  });

  it('REL-02: gives way to another one, whose answer then counts alone', () => {
    const { store, windows } = setUp();
    store.prove('second');
    windows[0]?.next({ kind: 'windowUnseen' });
    store.prove('second');
    windows[0]?.next(signedIn('google-oauth2|115'));
    expect(store.guide()).toMatchObject({ asking: 'second', proven: {} });
    windows[1]?.next(signedIn('google-oauth2|116'));

    expect(store.guide()).toMatchObject({ proven: { second: expect.any(String) as string } });
  });

  it('takes one part only', () => {
    const { store, windows } = setUp();
    store.prove('second');
    windows[0]?.next(signedIn('google-oauth2|115'));
    store.prove('first');
    windows[1]?.next(signedIn('google-oauth2|115'));

    expect(store.guide()).toMatchObject({ problem: 'taken-twice' });
  });

  it('says why nobody has signed in, and can be asked again', () => {
    const { store, windows, signIn } = setUp();
    store.prove('second');
    windows[0]?.error(new SignInError('denied'));
    expect(store.guide()).toMatchObject({ problem: 'denied' });
    store.prove('second');

    expect(signIn).toHaveBeenCalledTimes(2);
  });

  it('has no part in a drill that is chosen after this one was left', () => {
    const { store, windows } = setUp();
    store.prove('second');
    store.leave();
    if (drill) store.choose(drill);
    windows[0]?.next(signedIn('google-oauth2|115'));

    expect(windows[0]?.observed).toBe(false);
    expect(store.guide()).toEqual({ status: 'choosing', drill, proven: {} });
  });
});

describe('GuideStore: a page that is left', () => {
  const isAsked = (): boolean =>
    !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('asks first, as soon as there is something to lose', () => {
    const { store, windows } = setUp();
    expect(isAsked()).toBe(false);
    store.prove('second');
    windows[0]?.next(signedIn('google-oauth2|115'));
    expect(isAsked()).toBe(true);
    store.leave();

    expect(isAsked()).toBe(false);
  });
});
