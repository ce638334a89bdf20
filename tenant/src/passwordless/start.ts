import { countCodeRequest, isSignUpClosed, sendCode } from '../login/flow/codes/send-code.ts';
import { authenticateClient } from '../oauth/clients/client-authentication.ts';
import { OAuthError } from '../protocol/errors.ts';
import { bodyFields, json, type Reply, type TenantRequest, textField } from '../protocol/http.ts';
import { isObject, type JsonObject } from '../protocol/json.ts';
import { hexOf } from '../protocol/random.ts';
import { type Client, isPublic } from '../state/config/client.ts';
import { channelOf, type Connection, signInMethod } from '../state/config/connection.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';

const allowed = new Set(
  'client_id client_secret client_assertion client_assertion_type connection email phone_number send authParams captcha'.split(
    ' ',
  ),
);

/** The number that Twilio keeps for trying out what happens when it refuses one. */
const refusedNumber = '+15005550001';

/**
 * Answers `POST /passwordless/start`: sends a code or a link. The answer does not tell whether anybody has
 * the address (contract §4.1).
 */
export async function passwordlessStart(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const fields = bodyFields(request);
  const client = findClient(fields, state);
  const connection = findConnection(fields, client, state);
  await authenticateClient(client, fields, exchange);
  const authParams = parseAuthParams(fields);
  const isLink = wantsLink(fields, connection);
  refuseUnknown(fields);
  const address = findAddress(fields, connection);
  if (isSignUpClosed(connection, address, state)) {
    throw refused('bad.connection', 'Public signup is disabled');
  }
  if (!countCodeRequest(callerOf(request, client), exchange)) {
    throw new OAuthError(429, 'too_many_requests', 'Too many requests').withHeaders({
      'retry-after': '3600',
    });
  }
  if (address === refusedNumber) {
    throw refused(
      'sms_provider_error',
      `The 'To' number ${address} is not a valid phone number. (Code: 21211)`,
    );
  }
  const language =
    request.headers.get('x-request-language') ?? request.headers.get('accept-language');
  const order = {
    connection,
    address,
    clientId: client.client_id,
    language: language ?? undefined,
  };
  sendCode(isLink ? { ...order, authParams } : order, exchange);

  return json(200, started(connection, address));
}

function findClient(fields: JsonObject, state: TenantState): Client {
  const id = textField(fields, 'client_id');
  if (id === undefined) throw refused('bad.client_id', 'Missing required property: client_id');
  const client = state.config.clients.get(id);
  if (client === undefined) throw refused('bad.client_id', `Client does not exist: ${id}`);

  return client;
}

function findConnection(fields: JsonObject, client: Client, state: TenantState): Connection {
  const name = textField(fields, 'connection');
  if (name === undefined) throw refused('bad.connection', 'Missing required property: connection');
  const connection = state.config.connections.get(name);
  if (connection === undefined) throw refused('bad.connection', 'Connection does not exist');
  if (signInMethod(connection) !== 'code') {
    throw refused(
      'bad.connection',
      'Invalid connection strategy. It must either be a passwordless connection',
    );
  }
  if (!connection.enabled_clients.includes(client.client_id)) {
    throw refused('bad.connection', 'Connection is disabled');
  }

  return connection;
}

function parseAuthParams({ authParams = {} }: JsonObject): JsonObject {
  if (!isObject(authParams)) throw refused('bad.authParams', 'error in authParams');

  return authParams;
}

/** A link is what an e-mail holds unless a code is asked for; a text message holds a code always. */
function wantsLink({ send }: JsonObject, connection: Connection): boolean {
  if (send !== undefined && send !== 'code' && send !== 'link') {
    throw refused('bad.request', 'send must be code or link');
  }

  return channelOf(connection).carriesLinks && send !== 'code';
}

function refuseUnknown(fields: JsonObject): void {
  const unknown = Object.keys(fields).filter((name) => !allowed.has(name));
  if (unknown.length > 0) {
    const list = unknown.join(', ');
    throw refused('bad.request', `the following properties are not allowed: ${list}`);
  }
}

function findAddress(fields: JsonObject, connection: Connection): string {
  const { attribute: name, parse } = channelOf(connection);
  const typed = textField(fields, name);
  if (typed === undefined) throw refused(`bad.${name}`, `Missing required property: ${name}`);
  const address = parse(typed);
  if (address === undefined) {
    throw refused(
      `bad.${name}`,
      name === 'phone_number'
        ? 'String does not match pattern: ^\\+[0-9]{1,15}$'
        : `Object didn't pass validation for format email: ${typed}`,
    );
  }

  return address;
}

/** Behind a server that proves itself, every person has an address of their own (contract §4.1). */
function callerOf({ headers, ip }: TenantRequest, client: Client): string {
  return (isPublic(client) ? undefined : headers.get('auth0-forwarded-for')) ?? ip;
}

/** The answer tells nothing of an account: even its id is made of the address. */
function started(connection: Connection, address: string): JsonObject {
  const _id = hexOf(`${connection.name} ${address}`, 24);

  return { _id, ...channelOf(connection).profileOf(address, false) };
}

function refused(error: string, description: string): OAuthError {
  return new OAuthError(400, error, description);
}
