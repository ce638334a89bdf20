import type { FrameAnswer, FrameRedirect } from './frame-answer';
import { isOurs, notRedirected, onBlocked, onceQuiet, responseIn } from './frame-signs';

/** One hidden frame, and what can be seen of it from outside. */
export class FrameWatch {
  readonly #tenantOrigin: string;

  constructor(tenantOrigin: string) {
    this.#tenantOrigin = tenantOrigin;
  }

  /** Waits for the message with which the tenant answers. */
  answer(address: string): Promise<FrameAnswer> {
    const state = new URL(address).searchParams.get('state');

    return this.#watch<FrameAnswer>(address, {}, (done, frame, signal) => {
      window.addEventListener(
        'message',
        ({ origin, source, data }: MessageEvent<unknown>) => {
          if (origin !== this.#tenantOrigin || source !== frame.contentWindow) return;
          const response = responseIn(data);
          if (response?.['state'] !== state) return;
          const { error, error_description: description } = response;
          done({
            kind: 'answered',
            error: typeof error === 'string' ? error : undefined,
            description: typeof description === 'string' ? description : '',
          });
        },
        { signal },
      );
      onBlocked((origin) => {
        if (origin === this.#tenantOrigin) done({ kind: 'blockedHere' });
      }, signal);
      onceQuiet(frame, () => done({ kind: 'silent' }), signal);
    });
  }

  /**
   * Waits to see whether the frame is sent on to this application. Our own policy does not let it be shown in
   * a frame, and the browser says that it has stopped one: that is how it is seen.
   */
  redirect(address: string, options: FrameOptions = {}): Promise<FrameRedirect> {
    return this.#watch<FrameRedirect>(address, options, (done, frame, signal) => {
      onBlocked((origin) => {
        done(origin === window.location.origin ? 'redirected' : 'blockedHere');
      }, signal);
      onceQuiet(frame, () => done(isOurs(frame) ? 'redirected' : notRedirected()), signal);
    });
  }

  #watch<Result>(
    address: string,
    { withoutCookies = false }: FrameOptions,
    follow: (done: (result: Result) => void, frame: HTMLIFrameElement, signal: AbortSignal) => void,
  ): Promise<Result> {
    const frame = document.createElement('iframe');
    const ended = new AbortController();
    frame.hidden = true;
    frame.title = 'check';
    if (withoutCookies) frame.setAttribute('credentialless', '');

    return new Promise<Result>((resolve) => {
      follow(resolve, frame, ended.signal);
      frame.src = address;
      document.body.append(frame);
    }).finally(() => {
      ended.abort();
      frame.remove();
    });
  }
}

interface FrameOptions {
  readonly withoutCookies?: boolean;
}
