import { ManagementError } from '../../protocol/errors.ts';
import { isEnterprise } from '../../state/connection.ts';
import { defined } from '../../state/defined.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import {
  type Identity,
  identityKey,
  type Profile,
  type User,
  withIdentity,
} from '../../state/user.ts';
import { refuseTakenHandles } from './taken-handles.ts';
import type { UserUpdate } from './user-update.ts';
import { refuseWeakPassword } from './weak-password.ts';

/** Pairs that one `PATCH` may not change together (contract §6.4). */
const exclusive = [
  ['password', 'email'],
  ['password', 'email_verified'],
  ['username', 'email'],
  ['username', 'email_verified'],
  ['username', 'password'],
] as const;

/**
 * The identities of an account after an update: the first one's profile is the account's own, and
 * `connection` is how a linked one is meant (contract §6.4).
 */
export function updatedIdentities(
  user: User,
  update: UserUpdate,
  state: TenantState,
): User['identities'] {
  for (const [first, second] of exclusive) {
    if (update.names.includes(first) && update.names.includes(second)) {
      throw refused(`Cannot update ${first} and ${second} simultaneously`);
    }
  }
  const identity = targetIdentity(user, update, state);
  refuseSignInChanges(identity, update, state);
  refuseProfileChanges(user, identity, update);
  refuseTakenHandles(identity.connection, update, state, identityKey(identity));
  if (update.password !== undefined) {
    const connection = state.connections.get(identity.connection);
    refuseWeakPassword(update.password, connection, identity.profile);
  }

  return withIdentity(user, {
    ...identity,
    profile: updatedProfile(identity, update),
    ...defined({ password: update.password ?? identity.password }),
    ...(update.password !== undefined && { password_leaked: false }),
  }).identities;
}

function targetIdentity(user: User, update: UserUpdate, state: TenantState): Identity {
  const { connection } = update;
  if (connection === undefined) return user.identities[0];
  if (!state.connections.has(connection)) {
    throw refused('The connection does not exist.', 'inexistent_connection');
  }
  const identity = user.identities.find((candidate) => candidate.connection === connection);

  return identity ?? refuse('Connection is not supported for this operation.');
}

function refuseSignInChanges(identity: Identity, update: UserUpdate, state: TenantState): void {
  const { provider } = identity;
  const isDatabase = provider === 'auth0';
  if (update.email !== undefined && !isDatabase && provider !== 'email') {
    refuse('Cannot update email for non-database user.');
  }
  if ((update.password ?? update.username) !== undefined && !isDatabase) {
    refuse('Connection is not supported for this operation.');
  }
  if ((update.phoneNumber ?? update.phoneVerified) !== undefined && provider !== 'sms') {
    refuse(
      'Can only update phone_number for auth0 connections with attribute configuration enabled and options.attributes configured.',
    );
  }
  if (update.emailVerified !== undefined && isEnterprise(provider)) {
    refuse('Email verification is not supported for enterprise users.');
  }
  if (update.emailVerified !== undefined && provider === 'sms') {
    refuse('Connection is not supported for this operation.');
  }
  const connection = state.connections.get(identity.connection);
  if (update.username !== undefined && connection?.options.requires_username !== true) {
    refuse('Cannot set username for connection without requires_username.');
  }
  const isDisabled = (connection?.enabled_clients.length ?? 0) === 0;
  if ((update.email ?? update.password) !== undefined && isDisabled) {
    refuse('Cannot change email or password for users in a disabled connection.');
  }
}

/** Social and enterprise profiles are the provider's, which writes them anew at each sign-in. */
function refuseProfileChanges(user: User, identity: Identity, { profile }: UserUpdate): void {
  const names = Object.keys(profile).sort().join(', ');
  if (names === '') return;
  const cannot = `The following user attributes cannot be updated: ${names}.`;
  if (identity !== user.identities[0]) {
    refuse(`${cannot} The specified connection belongs to a secondary identity.`);
  }
  if (!['auth0', 'sms', 'email'].includes(identity.provider)) {
    refuse(
      `${cannot} The connection must either be a database connection (using the Auth0 store), a passwordless connection (email or sms) or has disabled 'Sync user profile attributes at each login'.`,
    );
  }
  const removed = Object.entries(profile).filter(([, value]) => value === null);
  if (removed.length > 0) {
    refuse(
      `The following user attributes cannot be removed: ${removed.map(([name]) => name).join(', ')}. The connection (${identity.connection}) must either be a custom database connection with import mode disabled, a social or enterprise connection.`,
    );
  }
}

function updatedProfile({ provider, profile }: Identity, update: UserUpdate): Profile {
  const { email, phoneNumber } = update;

  return {
    ...profile,
    ...defined({
      // Auth0 keeps the addresses of its own connections in lower case.
      email: provider === 'auth0' ? email?.toLowerCase() : email,
      email_verified: update.emailVerified ?? (email === undefined ? undefined : false),
      phone_number: phoneNumber,
      phone_verified: update.phoneVerified ?? (phoneNumber === undefined ? undefined : false),
      username: update.username,
    }),
    ...givenAttributes(update),
  };
}

function givenAttributes({ profile }: UserUpdate): Profile {
  const { family_name, given_name, name, nickname, picture } = profile;

  return defined({
    family_name: family_name ?? undefined,
    given_name: given_name ?? undefined,
    name: name ?? undefined,
    nickname: nickname ?? undefined,
    picture: picture ?? undefined,
  });
}

function refuse(message: string): never {
  throw refused(message);
}

// Auth0 documents the messages and no errorCode beside them.
function refused(message: string, errorCode?: string): ManagementError {
  return new ManagementError(400, message, errorCode === undefined ? {} : { errorCode });
}
