import type { Connection } from '../connection';
import { transportKind, type Transport } from '../transport-kinds';

/**
 * Chooses how a second sign-in travels: as the operator says, or else as it has worked before in this browser, or else
 * in a window; but on phones on the full page, as a window is a tab there that hides this one. If the person has chosen
 * a `way`, it is that, whatever the connection's own transport is.
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
