import { TestBed } from '@angular/core/testing';

import { HeldSignIn } from '../../session/secondary/held-sign-in';
import { SecondaryAuthService } from '../../session/secondary/secondary-auth-service';
import { ada, google } from '../testing/ada';
import { unfinishedLink } from '../testing/linking-neighbours';
import { signedInAccount } from '../testing/signed-in-account';
import { UnfinishedLinkStore } from '../unfinished-link/unfinished-link-store';
import { PressedMethodStore } from './pressed-method-store';

/** Ada's account, which has been read; she has just signed in, and nothing is to be finished. */
function setUp() {
  const account = signedInAccount([google]);
  account.receive(ada);
  const unfinished = unfinishedLink();
  const holds = jest.fn<boolean, [string]>(() => false);
  const press = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      PressedMethodStore,
      account.provided,
      { provide: UnfinishedLinkStore, useValue: unfinished },
      { provide: HeldSignIn, useValue: { holds } },
      { provide: SecondaryAuthService, useValue: { press } },
    ],
  });

  return { store: TestBed.inject(PressedMethodStore), account, unfinished, holds, press };
}

type Arranged = ReturnType<typeof setUp>;

describe('PressedMethodStore', () => {
  it('begins the sign-in in the very click', () => {
    const { store, press } = setUp();
    store.press(google);

    expect(press.mock.calls).toEqual([[google]]);
  });

  it.each<[string, (arranged: Arranged) => unknown]>([
    ['the account has not been read', ({ account }) => account.read.set({ status: 'reading' })],
    ['they have to confirm that it is them', ({ account }) => account.mustConfirm.set(true)],
    [
      'a link is to be finished first',
      ({ unfinished }) => unfinished.link.set({ status: 'elsewhere' }),
    ],
    ['a review is come back to', ({ holds }) => holds.mockReturnValue(true)],
  ])('leaves it to the link page where %s', (_case, arrange) => {
    const arranged = setUp();
    arrange(arranged);
    arranged.store.press(google);

    expect(arranged.press).not.toHaveBeenCalled();
  });

  it('looks at the clock first, since the page may have stood open', () => {
    const { store, account, press } = setUp();
    account.judge.mockImplementation(() => account.mustConfirm.set(true));
    store.press(google);

    expect(press).not.toHaveBeenCalled();
  });
});
