import { TestBed } from '@angular/core/testing';
import { getState } from '@ngrx/signals';
import { NEVER, Subject } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import { ada, google, googleAda } from '../../testing/ada';
import { accountsOf } from '../../testing/linking-neighbours';
import { signedIn, storeWithSignIns as setUp } from '../../testing/secondary-sign-ins';

const github: Connection = {
  name: 'github',
  strategy: 'github',
  label: 'GitHub',
  transport: 'auto',
};

describe('LinkingStore: the second sign-in', () => {
  it('opens the window in the very click', () => {
    const { store, click, secondaryAuth } = setUp();
    click();

    expect(secondaryAuth.signIn.mock.calls).toEqual([
      [google, { typed: expect.any(Subject) as unknown }],
    ]);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('ignores a second click while the first sign-in is still open', () => {
    const { store, click, secondaryAuth } = setUp();
    click(google);
    click(github);

    expect(secondaryAuth.signIn).toHaveBeenCalledTimes(1);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('does not know what became of a window that looks closed', () => {
    const { store, click, signIns } = setUp();
    click();
    signIns[0]?.next({ kind: 'windowUnseen' });

    expect(store.progress()).toEqual({ phase: 'signInUnknown' });
  });

  it('asks of no window once its answer has come, however long the tenant takes to say whose it is', () => {
    const { store, click, signIns } = setUp();
    click();
    signIns[0]?.next({ kind: 'windowUnseen' });
    signIns[0]?.next({ kind: 'answered' });

    expect(store.progress()).toEqual({ phase: 'reading' });
  });

  it('reads the account while the person waits', () => {
    const { store, click, signIns } = setUp({ api: accountsOf(NEVER) });
    click();
    signIns[0]?.next(signedIn());

    expect(store.progress()).toEqual({ phase: 'reading' });
  });

  it('shows the plan before anything is written', () => {
    const { store, click, signIns, saga } = setUp();
    click();
    signIns[0]?.next(signedIn());

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      plan: { kept: ada, absorbed: googleAda },
    });
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('keeps no token of the second person where it can be looked at', () => {
    const { store, click, signIns } = setUp();
    click();
    signIns[0]?.next(signedIn());
    const state = JSON.stringify(getState(store));

    expect(state).not.toContain('second-access');
    expect(state).not.toContain('e30.');
  });

  it('goes back to the start when it is cancelled, closes the window, and takes no late answer', () => {
    const { store, click, signIns } = setUp();
    click();
    store.restart();
    signIns[0]?.next(signedIn());

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(signIns[0]?.observed).toBe(false);
  });

  it('opens a new window after one that was cancelled', () => {
    const { store, click, signIns } = setUp();
    click();
    store.restart();
    click(github);
    signIns[0]?.next(signedIn());

    expect(signIns).toHaveLength(2);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('closes the window when the page is left', () => {
    const { click, signIns } = setUp();
    click();
    TestBed.resetTestingModule();

    expect(signIns[0]?.observed).toBe(false);
  });

  it('can bring the window to the front', () => {
    const { store, click, secondaryAuth } = setUp();
    click();
    store.bringToFront();

    expect(secondaryAuth.bringToFront).toHaveBeenCalledTimes(1);
  });
});
