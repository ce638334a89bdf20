import { TestBed } from '@angular/core/testing';
import { getState } from '@ngrx/signals';
import { NEVER } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import { ada, google, googleAda } from '../../testing/ada';
import { accountsOf } from '../../testing/linking-neighbours';
import { signedIn, storeWithWindows as setUp } from '../../testing/secondary-window';

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

    expect(secondaryAuth.signInByPopup).toHaveBeenCalledWith(google);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('ignores a second click while the first sign-in is still open', () => {
    const { store, click, secondaryAuth } = setUp();
    click(google);
    click(github);

    expect(secondaryAuth.signInByPopup).toHaveBeenCalledTimes(1);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('does not know what became of a window that looks closed', () => {
    const { store, click, windows } = setUp();
    click();
    windows[0]?.next({ kind: 'windowUnseen' });

    expect(store.progress()).toEqual({ phase: 'signInUnknown' });
  });

  it('reads the account while the person waits', () => {
    const { store, click, windows } = setUp({ api: accountsOf(NEVER) });
    click();
    windows[0]?.next(signedIn());

    expect(store.progress()).toEqual({ phase: 'reading' });
  });

  it('shows the plan before anything is written', () => {
    const { store, click, windows, saga } = setUp();
    click();
    windows[0]?.next(signedIn());

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      plan: { kept: ada, absorbed: googleAda },
    });
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('keeps no token of the second person where it can be looked at', () => {
    const { store, click, windows } = setUp();
    click();
    windows[0]?.next(signedIn());
    const state = JSON.stringify(getState(store));

    expect(state).not.toContain('second-access');
    expect(state).not.toContain('e30.');
  });

  it('goes back to the start when it is cancelled, closes the window, and takes no late answer', () => {
    const { store, click, windows } = setUp();
    click();
    store.restart();
    windows[0]?.next(signedIn());

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(windows[0]?.observed).toBe(false);
  });

  it('opens a new window after one that was cancelled', () => {
    const { store, click, windows } = setUp();
    click();
    store.restart();
    click(github);
    windows[0]?.next(signedIn());

    expect(windows).toHaveLength(2);
    expect(store.progress()).toEqual({ phase: 'signingIn' });
  });

  it('closes the window when the page is left', () => {
    const { click, windows } = setUp();
    click();
    TestBed.resetTestingModule();

    expect(windows[0]?.observed).toBe(false);
  });

  it('can bring the window to the front', () => {
    const { store, click, secondaryAuth } = setUp();
    click();
    store.bringToFront();

    expect(secondaryAuth.bringToFront).toHaveBeenCalledTimes(1);
  });
});
