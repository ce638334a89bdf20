import type { Connection, Transport } from '../connection';

/**
 * How a second sign-in travels: as the operator says, or else as it has worked before in this browser, or
 * else in a window, except on phones, where a window is a tab that hides this one.
 */
export function chooseTransport(
  { transport }: Connection,
  { isPhone, worked }: { readonly isPhone: boolean; readonly worked: Transport | undefined },
): Transport {
  if (transport !== 'auto') return transport;
  if (worked !== undefined) return worked;

  return isPhone ? 'redirect' : 'popup';
}
