/**
 * Holds a window that this page has opened. It needs no way back to this page: it may be cut off at any page that
 * asks for that (`Cross-Origin-Opener-Policy`), and then looks closed from here, and can be neither closed
 * nor brought to the front.
 */
export class OwnWindow {
  readonly #window: Window;

  private constructor(opened: Window) {
    this.#window = opened;
  }

  /** Opens a window under a name nobody can guess; `undefined` when the browser blocks it. In a click only. */
  static open(): OwnWindow | undefined {
    const [width, height] = [440, 680];
    const left = window.screenX + (window.outerWidth - width) / 2;
    const top = window.screenY + (window.outerHeight - height) / 2;
    const opened = window.open(
      '',
      `ligature-${crypto.randomUUID()}`,
      `popup,width=${width},height=${height},left=${left},top=${top}`,
    );
    if (opened === null) return undefined;
    forgetCopyIn(opened);

    return new OwnWindow(opened);
  }

  /** Whether the window can no longer be seen from here, which is not to say that it is gone. */
  get looksClosed(): boolean {
    return this.#window.closed;
  }

  /** Sends the window on its way, to where Back does not lead. */
  goTo(address: string): void {
    // What is closed already has no place to go to, and may throw.
    if (!this.#window.closed) this.#window.location.replace(address);
  }

  /** Closes the window, if it can still be reached. */
  close(): void {
    this.#window.close();
  }

  /** Brings the window to the front, if it can still be reached. */
  focus(): void {
    this.#window.focus();
  }
}

/**
 * Empties a window's copy of what this tab keeps, with which every window starts: with it, the window could use up a
 * refresh token or take an answer that belongs to this tab.
 */
function forgetCopyIn(opened: Window): void {
  // Storage that is forbidden throws, and then nothing was copied either.
  try {
    opened.sessionStorage.clear();
  } catch {
    return;
  }
}
