import { DestroyRef, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

import { OwnWindow } from './own-window';

/**
 * Remembers the sign-in method that was pressed on the page before. The page to which the press leads goes on with it; but the
 * window for it opens in the press itself, since a browser allows that at no other time.
 */
@Service()
export class PressedMethod {
  #connection: string | undefined;
  #window: OwnWindow | undefined;

  constructor() {
    // A window whose page is gone could only finish for nobody.
    fromEvent(window, 'pagehide')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.drop());
    inject(DestroyRef).onDestroy(() => this.drop());
  }

  /** Notes what was pressed, and opens a window for it if it needs one. To be called during a click. */
  press(connection: string, { needsWindow }: { readonly needsWindow: boolean }): void {
    // A second click means the window that is there already.
    if (this.#connection === connection && this.#window !== undefined) {
      this.#window.focus();

      return;
    }
    this.drop();
    this.#connection = connection;
    if (needsWindow) this.#window = OwnWindow.open();
  }

  /** Gives the connection that was pressed, once: to the page that goes on with it. */
  take(): string | undefined {
    const connection = this.#connection;
    this.#connection = undefined;

    return connection;
  }

  /** Gives the window that was opened, once; `undefined` if there is none, or the browser has blocked it. */
  takeWindow(): OwnWindow | undefined {
    const opened = this.#window;
    this.#window = undefined;

    return opened;
  }

  /** Closes the window if the page to which the press should have led is not there. */
  dropUntaken(): void {
    if (this.#connection !== undefined) this.drop();
  }

  /** Forgets the press, and closes the window that nobody has taken. */
  drop(): void {
    this.#connection = undefined;
    this.takeWindow()?.close();
  }
}
