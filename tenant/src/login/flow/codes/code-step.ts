import type { ChannelName } from '../../../state/config/channels.ts';
import { channelOf, type Connection } from '../../../state/config/connection.ts';
import { lasting } from '../../../state/expiring-map.ts';
import type { Exchange, Moment, TenantState } from '../../../state/tenant-state.ts';
import { typedEmail, typedPhone } from '../../../ui/typed-text.ts';
import { notForThisSignIn, offeredConnections, type Transaction } from '../session/transaction.ts';
import { countCodeRequest, isSignUpClosed, sendCode } from './send-code.ts';

const lifetimeMs = 3_600_000;

/** What a person means who types an address, and which text says that it is none. */
const typedAddress: Readonly<
  Record<
    ChannelName,
    {
      readonly meant: (typed: string, country: string) => string;
      readonly problem: 'notAPhone' | 'notAnEmail';
    }
  >
> = {
  sms: { meant: typedPhone, problem: 'notAPhone' },
  email: { meant: typedEmail, problem: 'notAnEmail' },
};

/** Where a code shall go, as it was typed, and for a phone the country that was chosen. */
interface TypedAddress {
  readonly connection: Connection;
  readonly typed: string;
  readonly country?: string;
}

/** A sign-in that has sent a code and waits for it. */
export interface SentCode {
  readonly connection: Connection;
  readonly address: string;
}

/** Sends a code for the page that asks for it; the result is what is wrong with the address. */
export function sendCodeForPage(
  { id, request: { callback }, texts }: Transaction,
  { connection, typed, country = '' }: TypedAddress,
  exchange: Exchange,
): string | undefined {
  const { request, state, nowMs } = exchange;
  const { name, parse } = channelOf(connection);
  const { meant, problem } = typedAddress[name];
  const address = parse(meant(typed, country));
  if (address === undefined) return texts.common[problem](typed.trim());
  if (isSignUpClosed(connection, address, state)) return texts.common.nobodyNew;
  if (!countCodeRequest(request.ip, exchange)) {
    return texts.code.tooManySent;
  }
  const clientId = callback.client.client_id;
  sendCode({ connection, address, clientId, language: texts.language }, exchange);
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
