import type { FrameAnswer, FrameRedirect } from './frame-answer';
import { isOurs, notRedirected, onBlocked, onceQuiet, responseIn } from './frame-signs';

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
