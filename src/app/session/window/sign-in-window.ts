import { DestroyRef, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  catchError,
  defer,
  filter,
  finalize,
  fromEvent,
  interval,
  map,
  merge,
  scan,
  Subject,
  take,
  takeUntil,
  takeWhile,
  throwError,
  type Observable,
} from 'rxjs';

import { SignInError } from '../sign-in/sign-in-error';
import { AwaitedAnswers } from './awaited-answers';
import { OwnWindow } from './own-window';
import { PressedMethod } from './pressed-method';

/** How long somebody may take to sign in, in milliseconds: a code from a text message needs more than one minute. */
const signInTimeLimitMs = 300_000;

/** How often a window is looked at, and for how long one that comes back cannot be seen; in milliseconds. */
const [lookEveryMs, returnTakesMs] = [250, 500];

/**
 * What a sign-in in a window reports: that the window cannot be seen any more, that its answer has come, and what has
 * come of that. After the answer nobody waits for the window, though the tenant may still be asked for tokens.
 */
export type WindowEvent<Result> =
  | { readonly kind: 'windowUnseen' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'signedIn'; readonly result: Result };

/** Sends the window to an address, and gives the address that comes back with the same `state`. */
export type Visit = (request: {
  readonly address: string;
  readonly state: string;
}) => Promise<string>;

/** Opens the window in which somebody signs in while this page stays as it is; there is one at a time. */
@Service()
export class SignInWindow {
  readonly #answers = inject(AwaitedAnswers);
  readonly #pressed = inject(PressedMethod);
  #open: OwnWindow | undefined;

  constructor() {
    // A window whose page is gone could only finish for nobody.
    fromEvent(window, 'pagehide')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.#open?.close());
    inject(DestroyRef).onDestroy(() => this.#open?.close());
  }

  /**
   * Opens the window, or takes the one that a press has opened, and waits for its answer, whether the window can be
   * seen or not. Opens it in this very call, not on subscription: a browser allows that only during a click.
   * Unsubscribing closes it. Fails with {@link SignInError}.
   */
  run<Result>(signIn: (visit: Visit) => Promise<Result>): Observable<WindowEvent<Result>> {
    const opened = this.#pressed.takeWindow() ?? OwnWindow.open();
    if (opened === undefined) return throwError(() => new SignInError('popup-blocked'));
    this.#open = opened;
    const ended = new AbortController();
    const answered = new Subject<void>();

    const signedIn = defer(() => signIn(this.#visitIn(opened, answered, ended.signal))).pipe(
      map((result): WindowEvent<Result> => ({ kind: 'signedIn', result })),
    );
    const windowAnswered = answered.pipe(map((): WindowEvent<Result> => ({ kind: 'answered' })));
    const windowUnseen = interval(lookEveryMs).pipe(
      scan((unseenForMs) => (opened.looksClosed ? unseenForMs + lookEveryMs : 0), 0),
      filter((unseenForMs) => unseenForMs >= returnTakesMs),
      take(1),
      map((): WindowEvent<Result> => ({ kind: 'windowUnseen' })),
      takeUntil(answered),
    );

    return merge(signedIn, windowAnswered, windowUnseen).pipe(
      takeWhile(({ kind }) => kind !== 'signedIn', true),
      catchError((cause: unknown) => throwError(() => SignInError.from(cause))),
      finalize(() => {
        ended.abort();
        opened.close();
        // Another window may have taken its place by now.
        if (this.#open === opened) this.#open = undefined;
      }),
    );
  }

  /** Brings the open window to the front, if there is one. */
  bringToFront(): void {
    this.#open?.focus();
  }

  #visitIn(opened: OwnWindow, answered: Subject<void>, stopped: AbortSignal): Visit {
    return ({ address, state }) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new SignInError('timed-out')), signInTimeLimitMs);
        stopped.addEventListener('abort', () => clearTimeout(late));
        void this.#answers.answerTo(state, { by: 'window', stopped }).then((answer) => {
          clearTimeout(late);
          answered.next();
          resolve(answer);
        });
        opened.goTo(address);
      });
  }
}
