import type { Connection, Transport } from '../connection';

/** Strategies whose pages are known to cut a window off from the page that opened it (security §0.6). */
const cutsWindows: ReadonlySet<string> = new Set(['windowslive', 'waad', 'samlp', 'adfs']);

/**
 * How a second sign-in travels: as the operator says, or else as it has worked before in this browser, or
 * else in a window, except where windows are known to fail.
 */
export function chooseTransport(
  { transport, strategy }: Connection,
  { isPhone, worked }: { readonly isPhone: boolean; readonly worked: Transport | undefined },
): Transport {
  if (transport !== 'auto') return transport;
  if (worked !== undefined) return worked;

  return isPhone || cutsWindows.has(strategy) ? 'redirect' : 'popup';
}
