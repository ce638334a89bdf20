import { codeRefusal, spendCode } from '../login/flow/codes/one-time-codes.ts';
import type { Proof } from '../login/flow/finish.ts';
import { checkPassword, passwordError } from '../login/flow/passwords/check-password.ts';
import { markBrowser } from '../login/flow/session/browser-session.ts';
import { OAuthError } from '../protocol/errors.ts';
import {
  bodyFields,
  callerOf,
  json,
  type Reply,
  text,
  textField,
  withCookies,
} from '../protocol/http.ts';
import type { JsonObject } from '../protocol/json.ts';
import { secretId } from '../protocol/random.ts';
import { type Client, hasWebOrigin } from '../state/config/client.ts';
import { type Connection, signInMethod } from '../state/config/connection.ts';
import { lasting } from '../state/expiring-map.ts';
import { identityKey } from '../state/people/user.ts';
import type { Exchange, Moment, TenantState } from '../state/tenant-state.ts';

/** A quarter of an hour, as long as the SDK keeps its half of the exchange. */
const ticketLifetimeMs = 900_000;

/**
 * Answers `POST /co/authenticate`: a page of the client's own origin brings a password or a code, and gets a
 * ticket that `/authorize` takes from the same browser (contract §4.4).
 */
export function coAuthenticate(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const fields = bodyFields(request);
  const type = textField(fields, 'credential_type');
  const names = credentialFields.get(type ?? '');
  if (type !== undefined && names === undefined) {
    throw new OAuthError(400, 'unsupported_credential_type', 'Unknown credential type parameter.');
  }
  requireExactFields(fields, names);
  const client = state.config.clients.get(textField(fields, 'client_id') ?? '');
  const origin = request.headers.get('origin') ?? '';
  if (client?.cross_origin_authentication !== true) {
    throw new OAuthError(401, 'unauthorized_client', 'Cross origin login not allowed.');
  }
  if (!hasWebOrigin(client, origin)) return text(403, `Origin ${origin} is not allowed.`);
  const connection = findRealm(fields, client, state);
  const proof =
    signInMethod(connection) === 'code'
      ? checkCode(fields, { client, connection }, exchange)
      : checkSecret(fields, connection, exchange);
  if (proof.user.blocked === true) throw new OAuthError(403, 'blocked_user', 'Blocked user');

  return ticketFor(proof, { client, connection }, exchange);
}

function findRealm(fields: JsonObject, client: Client, state: TenantState): Connection {
  const name = textField(fields, 'realm') ?? state.config.settings.defaultDirectory;
  const method = textField(fields, 'otp') === undefined ? 'password' : 'code';
  const connection = state.connectionOf(client, { name, method });
  if (connection === undefined) {
    throw new OAuthError(400, 'invalid_request', `Unknown realm ${name ?? ''}.`);
  }

  return connection;
}

function checkCode(
  fields: JsonObject,
  { client, connection }: { readonly client: Client; readonly connection: Connection },
  moment: Moment,
): Proof {
  const attempt = {
    connection,
    address: textField(fields, 'username') ?? '',
    code: textField(fields, 'otp') ?? '',
    clientId: client.client_id,
  };
  const spent = spendCode(attempt, moment);
  if (typeof spent === 'string') {
    throw new OAuthError(403, 'access_denied', codeRefusal(spent, connection));
  }

  return spent;
}

function checkSecret(fields: JsonObject, connection: Connection, exchange: Exchange): Proof {
  const attempt = {
    connections: [connection],
    name: textField(fields, 'username') ?? '',
    password: textField(fields, 'password') ?? '',
    ip: exchange.request.ip,
  };
  const checked = checkPassword(attempt, exchange);
  if (typeof checked === 'string') throw passwordError(checked, 'access_denied');

  return checked;
}

function ticketFor(
  { identity }: Proof,
  { client, connection }: { readonly client: Client; readonly connection: Connection },
  exchange: Exchange,
): Reply {
  const { request, state, nowMs } = exchange;
  const { id: browser, setCookie } = markBrowser(exchange);
  const ticket = {
    clientId: client.client_id,
    identity: identityKey(identity),
    realm: connection.name,
    browser,
    coId: secretId(),
    verifier: secretId(),
  };
  const login_ticket = secretId();
  state.signIns.loginTickets.set(login_ticket, ticket, lasting(ticketLifetimeMs, nowMs));
  state.log.append({ type: 'scoa', client, connection, ...callerOf(request) }, nowMs);
  const reply = json(200, {
    login_ticket,
    co_verifier: ticket.verifier,
    co_id: ticket.coId,
  });

  return withCookies(reply, setCookie);
}

/** What a body of `/co/authenticate` holds for each type of credential: all of it, and nothing else. */
const credentialFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['password', ['client_id', 'credential_type', 'username', 'password']],
  [
    'http://auth0.com/oauth/grant-type/password-realm',
    ['client_id', 'credential_type', 'username', 'password', 'realm'],
  ],
  [
    'http://auth0.com/oauth/grant-type/passwordless/otp',
    ['client_id', 'credential_type', 'username', 'otp', 'realm'],
  ],
]);

const fallback = ['client_id', 'credential_type', 'username', 'otp', 'realm'];

/** Refuses a body that is not exactly so, in the words of contract §4.4. */
function requireExactFields(fields: JsonObject, names: readonly string[] = fallback): void {
  const isComplete = names.every((name) => textField(fields, name) !== undefined);
  if (!isComplete || Object.keys(fields).length !== names.length) {
    throw new OAuthError(
      400,
      'invalid_request',
      `Invalid request body. All and only of ${names.join(', ')} are required.`,
    );
  }
}
