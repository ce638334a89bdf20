import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { connectionKind } from '../../state/config/connection-kinds.ts';
import {
  channelOf,
  type Connection,
  newIdentity,
  signInMethod,
} from '../../state/config/connection.ts';
import {
  isEmailAddress,
  isTooLong,
  longestOf,
  optionalAttribute,
} from '../../state/people/attribute-limits.ts';
import { madeUpPerson, nameParts } from '../../state/people/made-up-person.ts';
import { type Identity, newUser, type Profile, type User } from '../../state/people/user.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import { ControlError } from '../control-call.ts';

/** A password for accounts whose maker did not care for one. */
const madeUpPassword = 'Made-up-1';

/**
 * Makes an account as if its person had signed up: `connection`, and what that connection knows. With
 * `fill` the tenant makes up what is left out.
 */
export function createPerson(fields: JsonReader, { state, nowMs }: Moment): User {
  const name = fields.text('connection');
  const connection = state.config.connections.get(name);
  if (connection === undefined)
    return fields.fail('connection', `must be a connection, not ${name}`);
  const profile = parseProfile(fields, connection, state);
  const password = parsePassword(fields, connection);
  const metadata = defined({
    user_metadata: fields.optionalJson('user_metadata'),
    app_metadata: fields.optionalJson('app_metadata'),
    blocked: fields.optionalFlag('blocked'),
  });
  fields.finish();
  refuseTwin(connection, profile, state);
  const identity: Identity = { ...newIdentity(connection, profile), ...defined({ password }) };
  const user = newUser(identity, nowMs, metadata);
  state.users.put(user);

  return user;
}

function parseProfile(fields: JsonReader, connection: Connection, { users }: TenantState): Profile {
  const fill = fields.optionalFlag('fill') === true;
  const invented = fill ? madeUpPerson(connection.name, users) : undefined;
  const email = fields.optionalText('email')?.trim().toLowerCase();
  const phone = fields.optionalText('phone_number')?.trim();
  const name = shortName(fields) ?? invented?.name;
  const username = optionalAttribute(fields, 'username');
  const picture = fields.optionalText('picture');
  const emailVerified = fields.optionalFlag('email_verified') ?? true;
  const phoneVerified = fields.optionalFlag('phone_verified') ?? true;
  if (channelOf(connection).attribute === 'phone_number') {
    return phoneProfile(fields, phone ?? invented?.phone);
  }
  const address = email ?? invented?.email;
  const isNamed = address !== undefined || mayHaveNoEmail(connection, username, name);
  if (!isNamed || (address !== undefined && !isEmailAddress(address))) {
    return fields.fail('email', 'must be an email address');
  }

  return {
    ...(address !== undefined && { email: address, email_verified: emailVerified }),
    ...(name !== undefined && name !== '' && nameParts(name)),
    ...defined({ username, picture }),
    ...(phone !== undefined && { phone_number: phone, phone_verified: phoneVerified }),
  };
}

/** Providers send no address that is private; a database can do without one that has user names. */
function mayHaveNoEmail(connection: Connection, username?: string, name?: string): boolean {
  if (connectionKind(connection.strategy).type === 'social')
    return (username ?? name) !== undefined;

  return connection.options.requires_username === true && username !== undefined;
}

/** A name that is short enough for each of the two that it is taken apart into. */
function shortName(fields: JsonReader): string | undefined {
  const name = fields.optionalText('name')?.trim();
  if (name === undefined || !isTooLong('given_name', name)) return name;

  return fields.fail('name', `must have ${longestOf('given_name')} characters at most`);
}

function phoneProfile(fields: JsonReader, phone: string | undefined): Profile {
  if (phone === undefined || !/^\+\d{6,15}$/.test(phone)) {
    return fields.fail('phone_number', 'must be a number such as +15555550100');
  }

  return { phone_number: phone, phone_verified: true };
}

function parsePassword(fields: JsonReader, connection: Connection): string | undefined {
  const password = fields.optionalText('password');
  if (signInMethod(connection) === 'password') return password ?? madeUpPassword;

  return password === undefined ? undefined : fields.fail('password', 'is for passwords alone');
}

/** What somebody signs in with at a connection is one account's. */
function refuseTwin({ name }: Connection, profile: Profile, { users }: TenantState): void {
  const { email, phone_number: phone = '', username = '' } = profile;
  const twin =
    (email === undefined ? users.findByPhone(name, phone) : users.findByEmail(name, email)) ??
    users.findByUsername(name, username);
  if (twin !== undefined)
    throw new ControlError(409, 'exists', 'There is such an account at this connection.');
}
