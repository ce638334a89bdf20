/** How long a window that looks closed may still deliver, in milliseconds. */
const patience = 8000;

/**
 * A sign-in window, as the SDK watches it. A window whose page sends `Cross-Origin-Opener-Policy` looks
 * closed while the person is still typing, and a message may arrive just after a real close: so it counts
 * as closed only after {@link patience}.
 */
export class PatientWindow {
  readonly #window: Window;
  readonly #abandoned = new AbortController();
  #closedSince: number | undefined;

  constructor(opened: Window) {
    this.#window = opened;
    // The SDK asks where a message comes from, and not from which window.
    window.addEventListener('message', (message) => this.#stopAnotherWindows(message), {
      capture: true,
      signal: this.#abandoned.signal,
    });
  }

  /** Opens a window under a name nobody can guess; `undefined` when the browser blocks it. */
  static open(): PatientWindow | undefined {
    const [width, height] = [440, 680];
    const left = window.screenX + (window.outerWidth - width) / 2;
    const top = window.screenY + (window.outerHeight - height) / 2;
    const opened = window.open(
      '',
      `ligature-${crypto.randomUUID()}`,
      `popup,width=${width},height=${height},left=${left},top=${top}`,
    );

    return opened === null ? undefined : new PatientWindow(opened);
  }

  /** Whether the window can no longer be seen from here, which is not yet to say that it is gone. */
  get looksClosed(): boolean {
    return this.#window.closed;
  }

  get closed(): boolean {
    if (this.#abandoned.signal.aborted) return true;
    if (!this.#window.closed) return false;
    this.#closedSince ??= Date.now();

    return Date.now() - this.#closedSince >= patience;
  }

  get location(): Location {
    return this.#window.location;
  }

  close(): void {
    this.#window.close();
  }

  focus(): void {
    this.#window.focus();
  }

  /** Stops waiting at once. */
  abandon(): void {
    this.#abandoned.abort();
    this.close();
  }

  /** Lets no other window answer in this one's place. A window that has closed meanwhile has no name any more. */
  #stopAnotherWindows(message: MessageEvent<unknown>): void {
    const { data, source } = message;
    const isAnswer =
      typeof data === 'object' &&
      data !== null &&
      'type' in data &&
      data.type === 'authorization_response';
    if (isAnswer && source !== null && source !== this.#window) message.stopImmediatePropagation();
  }
}
