import type { Connection } from '../connection';
import { transportKind, type Transport } from '../transport-kinds';

/**
 * How a second sign-in travels: as the operator says, or else as it has worked before in this browser, or
 * else in a window, except on phones, where a window is a tab that hides this one. Whoever insists on a window or
 * on the full page gets it, whatever the connection's own transport is.
 */
export function chooseTransport(
  { transport }: Connection,
  {
    isPhone,
    worked,
    way,
  }: {
    readonly isPhone: boolean;
    readonly worked: Transport | undefined;
    readonly way?: 'window' | 'fullPage' | undefined;
  },
): Transport {
  const usual = transport === 'auto' ? (worked ?? (isPhone ? 'redirect' : 'popup')) : transport;
  if (way === undefined || transportKind(usual).way === way) return usual;

  return way === 'window' ? 'popup' : 'redirect';
}
