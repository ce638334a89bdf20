import type { FrameAnswer, FrameRedirect } from './frame-answer';

/** How long after it has loaded a page may still send its message, and how long one may take, in milliseconds. */
const [afterLoad, longest] = [700, 10_000];

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

/** Calls with the origin of a frame that our policy has stopped. */
function onBlocked(then: (origin: string) => void, signal: AbortSignal): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective !== 'frame-src') return;
      then(URL.canParse(blockedURI) ? new URL(blockedURI).origin : '');
    },
    { signal },
  );
}

function onceQuiet(frame: HTMLIFrameElement, then: () => void, signal: AbortSignal): void {
  const late = setTimeout(then, longest);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener('load', () => (quiet = setTimeout(then, afterLoad)), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    clearTimeout(quiet);
  });
}

/** Where there is no policy that stops it, the frame has arrived here and can be looked into. */
function isOurs(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

/** Chromium alone tells where a stopped frame was going; elsewhere its absence proves nothing. */
const notRedirected = (): FrameRedirect =>
  'credentialless' in HTMLIFrameElement.prototype ? 'stayed' : 'notSeen';

function responseIn(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, response } = { type: undefined, response: undefined, ...data } as {
    type: unknown;
    response: unknown;
  };

  return type === 'authorization_response' && typeof response === 'object' && response !== null
    ? { ...response }
    : undefined;
}
