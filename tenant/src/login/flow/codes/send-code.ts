import { defined, type JsonObject } from '../../../protocol/json.ts';
import { channelOf, type Connection } from '../../../state/config/connection.ts';
import { lasting } from '../../../state/expiring-map.ts';
import type { Message } from '../../../state/inbox.ts';
import type { Moment, TenantState } from '../../../state/tenant-state.ts';
import { compileLiquid } from '../../../ui/messages/liquid.ts';
import { type CodeRecipient, newCode, ownerOf } from './one-time-codes.ts';

const hourMs = 3_600_000;
const startsPerHour = 50;

interface CodeOrder extends CodeRecipient {
  /** What a link asks for, as a request to `/authorize` would; without it the code itself is sent. */
  readonly authParams?: JsonObject;
  /** In what language the message is wanted, in the words of whoever asked. */
  readonly language?: string | undefined;
}

/** Whether an address of the network may have one more code sent; if so, it is counted (§4.1). */
export function countCodeRequest(ip: string, { state, nowMs }: Moment): boolean {
  const recent = (state.limits.codeRequests.get(ip, nowMs) ?? []).filter(
    (atMs) => nowMs - atMs < hourMs,
  );
  if (recent.length >= startsPerHour) return false;
  state.limits.codeRequests.set(ip, [...recent, nowMs], lasting(hourMs, nowMs));

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
export function sendCode(order: CodeOrder, moment: Moment): void {
  const { connection, address, authParams } = order;
  const { state, nowMs } = moment;
  const code = newCode(order, moment);
  if (ownerOf(connection, address, state)?.user.blocked === true) return;
  const link = authParams && magicLink(order, code, state);
  state.inbox.deliver({
    to: address,
    channel: channelOf(connection).name,
    ...messageContents(order, { code, link }, state),
    at: new Date(nowMs).toISOString(),
  });
  state.log.append({ type: link === undefined ? 'cs' : 'cls', connection }, nowMs);
}

const carried = [
  ...['response_type', 'response_mode', 'redirect_uri', 'scope', 'audience', 'state', 'nonce'],
  ...['code_challenge', 'code_challenge_method', '_csrf', '_intstate', 'protocol'],
];

/** Makes the address that a message holds instead of a code (contract §4.3). */
function magicLink(
  { connection, address, clientId, authParams = {} }: CodeOrder,
  code: string,
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

/**
 * What a message holds for the person who gets it. A connection may word its messages, and thereby
 * lead its links over a page of the application, as at Auth0 (contract §4.3).
 */
function messageContents(
  { connection, address, clientId, language }: CodeOrder,
  { code, link }: { readonly code: string; readonly link: string | undefined },
  { config }: TenantState,
): Pick<Message, 'code' | 'link' | 'body'> {
  const template = connection.options.email;
  if (template === undefined) return link === undefined ? { code } : { link };
  const body = compileLiquid(template.body)({
    ...{ code, link, send: link === undefined ? 'code' : 'link' },
    application: { name: config.clients.get(clientId)?.name, clientID: clientId },
    connection: { name: connection.name },
    user: { email: address },
    request_language: language,
  });

  return { ...defined({ code: link === undefined ? code : undefined, link: linkIn(body) }), body };
}

/** Where the first link of a message leads. */
function linkIn(body: string): string | undefined {
  return /<a\s[^>]*href="([^"]*)"/i.exec(body)?.[1]?.replaceAll('&amp;', '&');
}
