import { isJsonObject, type JsonObject } from '../../identity/json';
import type { FrameAnswer, FrameRedirect } from './frame-answer';

/** How long after it has loaded a page may still send its message, and how long one may take, in milliseconds. */
const [afterLoadMs, longestMs] = [700, 10_000];

/** Opens a request in a hidden frame, and waits for the message with which the tenant answers. */
export function answerTo(
  { address, state }: { readonly address: string; readonly state: string },
  tenantOrigin: string,
): Promise<FrameAnswer> {
  return watched<FrameAnswer>(address, (done, frame, signal) => {
    window.addEventListener(
      'message',
      ({ origin, source, data }: MessageEvent<unknown>) => {
        if (origin !== tenantOrigin || source !== frame.contentWindow) return;
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
      if (origin === tenantOrigin) done({ kind: 'blockedHere' });
    }, signal);
    onceQuiet(frame, () => done({ kind: 'silent' }), signal);
  });
}

/**
 * Opens an address in a hidden frame, and waits to see whether it is sent on to this application. Our own policy does
 * not let the application be shown in a frame; the browser tells that it has stopped one, and that is how it is seen.
 */
export const redirectOf = (
  address: string,
  options?: { readonly withoutCookies: boolean },
): Promise<FrameRedirect> =>
  watched<FrameRedirect>(
    address,
    (done, frame, signal) => {
      onBlocked((origin) => {
        done(origin === window.location.origin ? 'redirected' : 'blockedHere');
      }, signal);
      onceQuiet(frame, () => done(isOurs(frame) ? 'redirected' : notRedirected()), signal);
    },
    options,
  );

/** Shows an address in a hidden frame until `follow` is done with it. */
function watched<Result>(
  address: string,
  follow: (done: (result: Result) => void, frame: HTMLIFrameElement, signal: AbortSignal) => void,
  { withoutCookies = false } = {},
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

/** Calls `then` with the origin of each frame that our policy has stopped; an empty one where it cannot be read. */
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

/** Calls `then` when a page has loaded and sent nothing, or has taken too long. */
function onceQuiet(frame: HTMLIFrameElement, then: () => void, signal: AbortSignal): void {
  const late = setTimeout(then, longestMs);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener('load', () => (quiet = setTimeout(then, afterLoadMs)), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    clearTimeout(quiet);
  });
}

/** Whether a frame shows this application: where no policy has stopped it, it can be looked into. */
function isOurs(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

/** Tells what it means that no redirect was seen. Chromium alone tells where a stopped frame was going. */
const notRedirected = (): FrameRedirect =>
  'credentialless' in HTMLIFrameElement.prototype ? 'stayed' : 'notSeen';

/** Reads the tenant's answer in a message of a frame; `undefined` where it is something else. */
function responseIn(data: unknown): JsonObject | undefined {
  if (!isJsonObject(data) || data['type'] !== 'authorization_response') return undefined;

  return isJsonObject(data['response']) ? data['response'] : undefined;
}
