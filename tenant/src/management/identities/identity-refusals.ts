import { ManagementError } from '../../protocol/errors.ts';
import { connectionKind } from '../../state/config/connection-kinds.ts';
import type { Identity, User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import type { UserUpdate } from '../users/user-update/user-update.ts';

/** Pairs that one `PATCH` may not change together (contract §6.4). */
const exclusive = [
  ['password', 'email'],
  ['password', 'email_verified'],
  ['username', 'email'],
  ['username', 'email_verified'],
  ['username', 'password'],
] as const;

/** Refuses to change two properties together that Auth0 changes one at a time (contract §6.4). */
export function refusePairs({ names }: UserUpdate): void {
  for (const [first, second] of exclusive) {
    if (names.includes(first) && names.includes(second)) {
      throw refused(`Cannot update ${first} and ${second} simultaneously`);
    }
  }
}

/** Refuses to change what somebody signs in with where the tenant does not keep it (contract §6.4). */
export function refuseSignInChanges(
  identity: Identity,
  update: UserUpdate,
  state: TenantState,
): void {
  const { type, signInMethod, channel } = connectionKind(identity.provider);
  const { attribute } = channel;
  if (update.email !== undefined && (signInMethod === 'provider' || attribute !== 'email')) {
    refuse('Cannot update email for non-database user.');
  }
  if ((update.password ?? update.username) !== undefined && type !== 'database') {
    refuse('Connection is not supported for this operation.');
  }
  if ((update.phoneNumber ?? update.phoneVerified) !== undefined && attribute !== 'phone_number') {
    refuse(
      'Can only update phone_number for auth0 connections with attribute configuration enabled and options.attributes configured.',
    );
  }
  if (update.emailVerified !== undefined && type === 'enterprise') {
    refuse('Email verification is not supported for enterprise users.');
  }
  if (update.emailVerified !== undefined && attribute === 'phone_number') {
    refuse('Connection is not supported for this operation.');
  }
  const connection = state.config.connections.get(identity.connection);
  if (update.username !== undefined && connection?.options.requires_username !== true) {
    refuse('Cannot set username for connection without requires_username.');
  }
  const isDisabled = (connection?.enabled_clients.length ?? 0) === 0;
  if ((update.email ?? update.password) !== undefined && isDisabled) {
    refuse('Cannot change email or password for users in a disabled connection.');
  }
}

/** Refuses to change a social or enterprise profile, which the provider writes anew at each sign-in (contract §6.4). */
export function refuseProfileChanges(
  user: User,
  identity: Identity,
  { profile }: UserUpdate,
): void {
  const names = Object.keys(profile).sort().join(', ');
  if (names === '') return;
  const cannot = `The following user attributes cannot be updated: ${names}.`;
  if (identity !== user.identities[0]) {
    refuse(`${cannot} The specified connection belongs to a secondary identity.`);
  }
  if (connectionKind(identity.provider).signInMethod === 'provider') {
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

/** Throws the refusal of an update (contract §6.4). */
export function refuse(message: string): never {
  throw refused(message);
}

/** Makes the refusal of a change to identities; Auth0 documents the messages and mostly no errorCode beside them. */
export function refused(message: string, errorCode?: string): ManagementError {
  return new ManagementError(400, message, errorCode);
}
