import { sendVerificationLink } from '../../login/flow/passwords/mail-tickets.ts';
import { ManagementError } from '../../protocol/errors.ts';
import { callerOf, json, type Reply } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import { hexDigits } from '../../protocol/random.ts';
import { connectionKind } from '../../state/config/connection-kinds.ts';
import { channelOf, type Connection, signInMethod } from '../../state/config/connection.ts';
import { userShape } from '../../state/people/user-shape.ts';
import { type Identity, identityKey, newUser, type Profile } from '../../state/people/user.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { CheckedBody, invalidBody } from '../body.ts';
import { authorize } from '../user-access.ts';
import {
  refuseLongUsername,
  refuseWeakPassword,
  takenHandle,
} from './user-update/sign-in-refusals.ts';
import { createProperties } from './user-update/user-properties.ts';
import { emailIn, phoneIn } from './user-update/user-update.ts';
/** Answers `POST /api/v2/users`: an account at a database or passwordless connection (contract §6.9). */
export async function createUser(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  await authorize(['create:users'], exchange);
  const body = new CheckedBody(request, createProperties);
  const connection = findConnection(body.required('connection'), state);
  const identity = parseIdentity(body, connection);
  const wantsLink = body.flag('verify_email') ?? identity.profile.email_verified === false;
  refuseTwin(identity, state);
  const user = newUser(
    identity,
    nowMs,
    defined({
      blocked: body.flag('blocked'),
      user_metadata: body.metadata('user_metadata'),
      app_metadata: body.metadata('app_metadata'),
    }),
  );
  state.users.put(user);
  state.log.append({ type: 'ss', user, connection, ...callerOf(request) }, nowMs);
  // Whoever is not verified is asked to be, unless the call says otherwise.
  if (wantsLink) sendVerificationLink({ user, identity }, exchange);

  return json(201, userShape(user, state.issuer));
}

function findConnection(name: string, state: TenantState): Connection {
  const connection = state.config.connections.get(name);
  if (connection === undefined) {
    throw new ManagementError(400, 'The connection does not exist.', 'inexistent_connection');
  }
  if (signInMethod(connection) === 'provider') {
    throw new ManagementError(
      400,
      'Connection does not support user creation through the API. It must either be a database or passwordless connection.',
    );
  }
  if (connection.enabled_clients.length === 0) {
    throw new ManagementError(400, 'The connection is disabled.');
  }

  return connection;
}

function parseIdentity(body: CheckedBody, connection: Connection): Identity {
  const profile = parseProfile(body, connection);
  const password = passwordIn(body, connection, profile);

  return {
    connection: connection.name,
    provider: connection.strategy,
    user_id: body.text('user_id') ?? hexDigits(24),
    isSocial: false,
    profile,
    ...defined({ password }),
  };
}

function passwordIn(
  body: CheckedBody,
  connection: Connection,
  profile: Profile,
): string | undefined {
  if (signInMethod(connection) !== 'password') {
    if (body.has('password')) throw invalidBody('Additional properties not allowed: password');

    return undefined;
  }
  const password = body.required('password');
  refuseWeakPassword(password, connection, profile);

  return password;
}

function parseProfile(body: CheckedBody, connection: Connection): Profile {
  const { options } = connection;
  const { attribute } = channelOf(connection);
  const username = body.text('username');
  if (username !== undefined && options.requires_username !== true) {
    throw new ManagementError(400, 'Cannot set username for connection without requires_username.');
  }
  refuseLongUsername(username, connection);
  if (options.requires_username === true) body.required('username');
  body.required(attribute);
  const email = attribute === 'email' ? emailIn(body)?.toLowerCase() : emailIn(body);
  const phone = phoneIn(body);

  return defined({
    email,
    email_verified: email === undefined ? undefined : (body.flag('email_verified') ?? false),
    phone_number: phone,
    phone_verified: phone === undefined ? undefined : (body.flag('phone_verified') ?? false),
    username,
    name: body.text('name'),
    given_name: body.text('given_name'),
    family_name: body.text('family_name'),
    nickname: body.text('nickname'),
    picture: body.text('picture'),
  });
}

/** An address, number or user name is one account's in its connection, and an id is one account's. */
function refuseTwin(identity: Identity, state: TenantState): void {
  const { connection, profile } = identity;
  const { email, phone_number: phoneNumber, username } = profile;
  const isByEmail = connectionKind(identity.provider).channel.attribute === 'email';
  const own = { connection, ownKey: identityKey(identity) };
  const handles = { email: isByEmail ? email : undefined, phoneNumber, username };
  if ((state.users.ownerOf(own.ownKey) ?? takenHandle(own, handles, state)) !== undefined) {
    throw new ManagementError(409, 'The user already exists.', 'auth0_idp_error');
  }
}
