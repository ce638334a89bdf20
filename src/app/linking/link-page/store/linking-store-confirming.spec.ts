import { TestBed } from '@angular/core/testing';

import { ada, google, googleAda } from '../../testing/ada';
import type { SignInWay } from '../../../identity/transport-kinds';
import { adaRead, unfinishedLink } from '../../testing/linking-neighbours';
import { signedIn, storeWithSignIns } from '../../testing/secondary-sign-ins';

/** The person has signed in long ago, or so lately that they need not confirm that it is them. */
function setUp({ isLongAgo }: { isLongAgo: boolean }) {
  const account = adaRead();
  account.mustConfirm.set(isLongAgo);
  const { store, click, signIns } = storeWithSignIns({ account });

  return {
    store,
    signIn: () => click(),
    prove: () => signIns[0]?.next(signedIn()),
    /** Nobody knows it before the clock is looked at. */
    timePasses: () => account.judge.mockImplementation(() => account.mustConfirm.set(true)),
    confirm: (): void => {
      account.judge.mockReset();
      account.mustConfirm.set(false);
    },
  };
}

describe('LinkingStore: the phase that the page shows', () => {
  it('begins with the link right after the sign-in', () => {
    expect(setUp({ isLongAgo: false }).store.phase()).toBe('idle');
  });

  it('has the person confirm that it is them first, long after it', () => {
    const { store, confirm } = setUp({ isLongAgo: true });
    expect(store.phase()).toBe('confirmingPrimary');
    confirm();

    expect(store.phase()).toBe('idle');
  });

  it('opens no window for the second account before that, and does not get in its way after', () => {
    const { store, signIn, confirm } = setUp({ isLongAgo: true });
    signIn();
    expect(store.phase()).toBe('confirmingPrimary');
    confirm();
    signIn();

    expect(store.phase()).toBe('signingIn');
  });

  it('has them confirm again when time has passed before they send, and keeps the plan meanwhile', () => {
    const { store, signIn, timePasses, prove, confirm } = setUp({ isLongAgo: false });
    signIn();
    timePasses();
    prove();
    expect(store.phase()).toBe('confirmingPrimary');
    confirm();

    expect(store.phase()).toBe('reviewing');
    expect(store.progress()).toMatchObject({ plan: { kept: ada, absorbed: googleAda } });
  });

  it('asks while the page stands open as well, when the link is about to begin', () => {
    const { store, signIn, timePasses } = setUp({ isLongAgo: false });
    timePasses();
    expect(store.phase()).toBe('idle');
    signIn();

    expect(store.phase()).toBe('confirmingPrimary');
  });
});

describe('LinkingStore: once the person has confirmed that it is them', () => {
  /** They stand on the page of a method that signs in this way. */
  function confirmed(way: SignInWay, { isUnfinished = false, wasAsked = true } = {}) {
    const account = adaRead();
    account.mustConfirm.set(wasAsked);
    const unfinished = unfinishedLink();
    if (isUnfinished) unfinished.link.set({ status: 'elsewhere' });
    const { store, secondaryAuth } = storeWithSignIns({ account, unfinished });
    secondaryAuth.wayOf.mockReturnValue(way);
    store.goOnConfirmed(google);
    TestBed.tick();
    account.mustConfirm.set(false);
    TestBed.tick();

    return secondaryAuth.signIn.mock.calls.map(([{ name }]) => name);
  }

  it.each<SignInWay>(['code', 'link'])('goes straight on to a %s', (way) => {
    expect(confirmed(way)).toEqual([google.name]);
  });

  it.each<SignInWay>(['window', 'fullPage'])('waits for the click that a %s needs', (way) => {
    expect(confirmed(way)).toEqual([]);
  });

  it('begins nothing beside a link that is not finished, or where nobody was asked', () => {
    expect(confirmed('code', { isUnfinished: true })).toEqual([]);
    TestBed.resetTestingModule();
    expect(confirmed('code', { wasAsked: false })).toEqual([]);
  });
});
