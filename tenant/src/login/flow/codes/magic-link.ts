import type { JsonObject } from '../../../protocol/json.ts';
import type { Connection } from '../../../state/config/connection.ts';
import type { TenantState } from '../../../state/tenant-state.ts';

interface LinkContents {
  readonly connection: Connection;
  readonly address: string;
  readonly clientId: string;
  readonly code: string;
  /** What the link asks for, as a request to `/authorize` would. */
  readonly authParams: JsonObject;
}

const carried = [
  ...['response_type', 'response_mode', 'redirect_uri', 'scope', 'audience', 'state', 'nonce'],
  ...['code_challenge', 'code_challenge_method', '_csrf', '_intstate', 'protocol'],
];

/** Makes the address that a message holds instead of a code (contract §4.3). */
export function magicLink(
  { connection, address, clientId, code, authParams }: LinkContents,
  { issuer }: TenantState,
): string {
  const link = new URL(`${issuer}passwordless/verify_redirect`);
  link.searchParams.set('client_id', clientId);
  for (const name of carried) {
    const value = authParams[name];
    if (typeof value === 'string') link.searchParams.set(name, value);
  }
  link.searchParams.set('connection', connection.name);
  link.searchParams.set('email', address);
  link.searchParams.set('verification_code', code);

  return link.href;
}
