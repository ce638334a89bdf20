import { Service } from '@angular/core';
import {
  catchError,
  defer,
  filter,
  finalize,
  interval,
  map,
  merge,
  share,
  take,
  takeUntil,
  throwError,
  type Observable,
} from 'rxjs';

import { SignInError } from '../sign-in-error';
import { PatientWindow } from './patient-window';

/** What a sign-in in a window reports: that the window looks closed, or what came of it. */
export type WindowEvent<Result> =
  { readonly kind: 'windowClosed' } | { readonly kind: 'signedIn'; readonly result: Result };

/** The one window in which somebody signs in while this page stays as it is. */
@Service()
export class SignInWindow {
  #open: PatientWindow | undefined;

  constructor() {
    // A window whose page is gone could only finish for nobody.
    window.addEventListener('pagehide', () => this.#open?.close());
  }

  /**
   * Opens the window and waits for it. The window opens in this very call, not on subscription: a browser
   * allows it only during a click. Unsubscribing closes it. Fails with {@link SignInError}.
   */
  run<Result>(signIn: (popup: PatientWindow) => Promise<Result>): Observable<WindowEvent<Result>> {
    const opened = PatientWindow.open();
    if (opened === undefined) return throwError(() => new SignInError('popup-blocked'));
    this.#open = opened;

    const signedIn = defer(() => signIn(opened)).pipe(
      map((result): WindowEvent<Result> => ({ kind: 'signedIn', result })),
      share(),
    );
    const windowClosed = interval(500).pipe(
      filter(() => opened.looksClosed),
      take(1),
      map((): WindowEvent<Result> => ({ kind: 'windowClosed' })),
      takeUntil(signedIn),
    );

    return merge(signedIn, windowClosed).pipe(
      catchError((cause: unknown) => throwError(() => SignInError.from(cause))),
      finalize(() => {
        opened.abandon();
        // Another window may have taken its place by now.
        if (this.#open === opened) this.#open = undefined;
      }),
    );
  }

  bringToFront(): void {
    this.#open?.focus();
  }
}
