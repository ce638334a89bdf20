import { ada, googleAda } from '../../testing/ada';
import { adaRead } from '../../testing/linking-neighbours';
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
