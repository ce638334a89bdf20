import { inject } from '@angular/core';
import { signalStore, withMethods, withProps } from '@ngrx/signals';

import type { Connection } from '../../identity/connection';
import { HeldSignIn } from '../../session/secondary/held-sign-in';
import { SecondaryAuthService } from '../../session/secondary/secondary-auth-service';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { UnfinishedLinkStore } from '../unfinished-link/unfinished-link-store';
import { isSettled } from '../unfinished-link/unfinished-state';

/** What a press on a sign-in method begins, beyond leading to its page. Provided by the account page. */
export const PressedMethodStore = signalStore(
  withProps(() => ({
    _account: inject(SignedInAccountStore),
    _unfinished: inject(UnfinishedLinkStore),
    _secondaryAuth: inject(SecondaryAuthService),
    _held: inject(HeldSignIn),
  })),
  withMethods(({ _account, _unfinished, _secondaryAuth, _held }) => ({
    /**
     * Begins the sign-in in the very click, unless there is something to confirm or to finish first, which the link
     * page then asks for, or a review to come back to.
     */
    press(connection: Connection): void {
      _account.judge();
      if (_account.read().status !== 'read' || _account.mustConfirm()) return;
      if (!isSettled(_unfinished.link()) || _held.holds(connection.name)) return;
      _secondaryAuth.press(connection);
    },
  })),
);
