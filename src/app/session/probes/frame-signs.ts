import type { FrameRedirect } from './frame-answer';

/** How long after it has loaded a page may still send its message, and how long one may take, in milliseconds. */
const [afterLoadMs, longestMs] = [700, 10_000];

/** Calls with the origin of a frame that our policy has stopped. */
export function onBlocked(then: (origin: string) => void, signal: AbortSignal): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective !== 'frame-src') return;
      then(URL.canParse(blockedURI) ? new URL(blockedURI).origin : '');
    },
    { signal },
  );
}

/** Calls when a page has loaded and sent nothing, or has taken too long. */
export function onceQuiet(frame: HTMLIFrameElement, then: () => void, signal: AbortSignal): void {
  const late = setTimeout(then, longestMs);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener('load', () => (quiet = setTimeout(then, afterLoadMs)), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    clearTimeout(quiet);
  });
}

/** Where there is no policy that stops it, the frame has arrived here and can be looked into. */
export function isOurs(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

/** Chromium alone tells where a stopped frame was going; elsewhere its absence proves nothing. */
export const notRedirected = (): FrameRedirect =>
  'credentialless' in HTMLIFrameElement.prototype ? 'stayed' : 'notSeen';

/** The tenant's answer in a message of a frame; `undefined` where it is something else. */
export function responseIn(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, response } = { type: undefined, response: undefined, ...data } as {
    type: unknown;
    response: unknown;
  };

  return type === 'authorization_response' && typeof response === 'object' && response !== null
    ? { ...response }
    : undefined;
}
