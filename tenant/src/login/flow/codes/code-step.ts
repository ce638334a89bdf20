import type { ChannelName } from '../../../state/config/channels.ts';
import { channelOf, type Connection } from '../../../state/config/connection.ts';
import { lasting } from '../../../state/expiring-map.ts';
import type { Exchange, Moment, TenantState } from '../../../state/tenant-state.ts';
import { typedEmail, typedPhone } from '../../../ui/typed-text.ts';
import { notForThisSignIn, offeredConnections, type Transaction } from '../session/transaction.ts';
import { countCodeRequest, isSignUpClosed, sendCode } from './send-code.ts';

const lifetimeMs = 3_600_000;

/** What a person means who types an address, and what is said when it is none. */
const typedAddress: Readonly<Record<ChannelName, TypedAddress>> = {
  sms: {
    meant: typedPhone,
    problem: 'Enter a phone number with its country code, such as +1 555 555 0100.',
  },
  email: { meant: typedEmail, problem: 'Enter an email address.' },
};

interface TypedAddress {
  readonly meant: (typed: string) => string;
  readonly problem: string;
}

/** A sign-in that has sent a code and waits for it. */
export interface SentCode {
  readonly connection: Connection;
  readonly address: string;
}

/** Sends a code for the page that asks for it; the result is what is wrong with the address. */
export function sendCodeForPage(
  { id, request: { callback } }: Transaction,
  { connection, typed }: { readonly connection: Connection; readonly typed: string },
  exchange: Exchange,
): string | undefined {
  const { request, state, nowMs } = exchange;
  const { name, parse } = channelOf(connection);
  const { meant, problem } = typedAddress[name];
  const address = parse(meant(typed));
  if (address === undefined) return problem;
  if (isSignUpClosed(connection, address, state)) return 'Nobody new can sign up here.';
  if (!countCodeRequest(request.ip, exchange)) {
    return 'Too many codes were sent from here. Wait an hour, then try again.';
  }
  sendCode({ connection, address, clientId: callback.client.client_id }, exchange);
  state.signIns.codeSteps.set(
    id,
    { connection: connection.name, address },
    lasting(lifetimeMs, nowMs),
  );

  return undefined;
}

/** Finds the connection whose code a sign-in asks for: the one it names. Throws a `PageError` if there is none (§2.5). */
export function codeConnection(transaction: Transaction, state: TenantState): Connection {
  const [connection] =
    transaction.request.connection === undefined
      ? []
      : offeredConnections(transaction, 'code', state);
  if (connection === undefined) throw notForThisSignIn();

  return connection;
}

/** Finds where the code of a sign-in went; `undefined` if none was sent. */
export function findSentCode(
  transaction: Transaction,
  { state, nowMs }: Moment,
): SentCode | undefined {
  const step = state.signIns.codeSteps.get(transaction.id, nowMs);
  const connection = codeConnection(transaction, state);

  return step && { connection, address: step.address };
}
