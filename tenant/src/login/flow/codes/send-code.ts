import { channelOf, type Connection } from '../../../state/config/connection.ts';
import type { Moment } from '../../../state/exchange.ts';
import type { TenantState } from '../../../state/tenant-state.ts';
import { messageContents } from '../../../ui/messages/message-contents.ts';
import { newCode, ownerOf } from './one-time-codes.ts';

const hourMs = 3_600_000;
const startsPerHour = 50;

interface CodeOrder {
  readonly connection: Connection;
  readonly address: string;
  readonly clientId: string;
  /** Puts the code into a link; without it the code itself is sent. */
  readonly linkWith?: (code: string) => string;
}

/** Whether an address of the network may have one more code sent; if so, it is counted (§4.1). */
export function countCodeRequest(ip: string, { state, nowMs }: Moment): boolean {
  const recent = (state.limits.codeRequests.get(ip, nowMs) ?? []).filter(
    (atMs) => nowMs - atMs < hourMs,
  );
  if (recent.length >= startsPerHour) return false;
  state.limits.codeRequests.set(ip, [...recent, nowMs], { nowMs, expiresAtMs: nowMs + hourMs });

  return true;
}

/** Whether nobody has this address and nobody new may come (contract §4.1, SEC-50). */
export function isSignUpClosed(
  connection: Connection,
  address: string,
  state: TenantState,
): boolean {
  return (
    connection.options.disable_signup === true && ownerOf(connection, address, state) === undefined
  );
}

/** Sends a code. Somebody blocked gets none, and whoever asked is not told (contract §4.1). */
export function sendCode(
  { connection, address, clientId, linkWith }: CodeOrder,
  moment: Moment,
): void {
  const { state, nowMs } = moment;
  const code = newCode({ connection, address, clientId }, moment);
  if (ownerOf(connection, address, state)?.user.blocked === true) return;
  const link = linkWith?.(code);
  const client = state.config.clients.get(clientId);
  state.inbox.deliver({
    to: address,
    channel: channelOf(connection).name,
    ...messageContents({ connection, client, address, code, link }),
    at: new Date(nowMs).toISOString(),
  });
  state.log.append({ type: linkWith === undefined ? 'cs' : 'cls', connection }, nowMs);
}
