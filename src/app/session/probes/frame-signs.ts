import { isJsonObject, type JsonObject } from '../../identity/json';
import type { FrameRedirect } from './frame-answer';

/** How long after it has loaded a page may still send its message, and how long one may take, in milliseconds. */
const [afterLoadMs, longestMs] = [700, 10_000];

/** Calls `then` with the origin of each frame that our policy has stopped; an empty one where it cannot be read. */
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

/** Calls `then` when a page has loaded and sent nothing, or has taken too long. */
export function onceQuiet(frame: HTMLIFrameElement, then: () => void, signal: AbortSignal): void {
  const late = setTimeout(then, longestMs);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener('load', () => (quiet = setTimeout(then, afterLoadMs)), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    clearTimeout(quiet);
  });
}

/** Whether a frame shows this application: where no policy has stopped it, it can be looked into. */
export function isOurs(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

/** Tells what it means that no redirect was seen. Chromium alone tells where a stopped frame was going. */
export const notRedirected = (): FrameRedirect =>
  'credentialless' in HTMLIFrameElement.prototype ? 'stayed' : 'notSeen';

/** Reads the tenant's answer in a message of a frame; `undefined` where it is something else. */
export function responseIn(data: unknown): JsonObject | undefined {
  if (!isJsonObject(data) || data['type'] !== 'authorization_response') return undefined;

  return isJsonObject(data['response']) ? data['response'] : undefined;
}
