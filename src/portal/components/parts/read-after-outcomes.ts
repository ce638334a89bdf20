import { ApplicationRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';

import { SignedInAccountStore } from '../../../app/linking/account/signed-in-account-store';
import { Outcomes } from '../../../app/linking/store/outcomes';

/** Has the account read again when a link or an unlink has happened, in whatever part of the page. */
export function readAfterOutcomes(): void {
  const account = inject(SignedInAccountStore);
  // Of all parts, and not of this one alone.
  inject(ApplicationRef)
    .injector.get(Outcomes)
    .told.pipe(
      filter(({ kind }) => kind === 'linked' || kind === 'unlinked'),
      takeUntilDestroyed(),
    )
    .subscribe(() => account.readAccount());
}
