import { defined } from '../../protocol/json.ts';
import { connectionKind } from '../../state/config/connection-kinds.ts';
import {
  type Identity,
  identityKey,
  type Profile,
  type User,
  withIdentity,
} from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import {
  refuseLongUsername,
  refuseWeakPassword,
  takenHandle,
} from '../users/user-update/sign-in-refusals.ts';
import type { UserUpdate } from '../users/user-update/user-update.ts';
import {
  refuse,
  refused,
  refusePairs,
  refuseProfileChanges,
  refuseSignInChanges,
} from './identity-refusals.ts';

/**
 * Makes the identities of an account after an update: of the first one, or of the one at `connection`. Throws a
 * `ManagementError` (contract §6.4).
 */
export function updatedIdentities(
  user: User,
  update: UserUpdate,
  state: TenantState,
): User['identities'] {
  refusePairs(update);
  const identity = targetIdentity(user, update, state);
  refuseSignInChanges(identity, update, state);
  refuseProfileChanges(user, identity, update);
  refuseLongUsername(
    update.username,
    state.config.connections.get(identity.connection) ?? { options: {} },
  );
  const own = { connection: identity.connection, ownKey: identityKey(identity) };
  const taken = takenHandle(own, update, state);
  if (taken !== undefined) {
    throw refused(`The specified new ${taken} already exists`, 'auth0_idp_error');
  }
  if (update.password !== undefined) {
    const connection = state.config.connections.get(identity.connection);
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
  if (!state.config.connections.has(connection)) {
    throw refused('The connection does not exist.', 'inexistent_connection');
  }
  const identity = user.identities.find((candidate) => candidate.connection === connection);

  return identity ?? refuse('Connection is not supported for this operation.');
}

function updatedProfile({ provider, profile }: Identity, update: UserUpdate): Profile {
  const { email, phoneNumber } = update;

  return {
    ...profile,
    ...defined({
      // Auth0 keeps the addresses of its own connections in lower case.
      email: connectionKind(provider).type === 'database' ? email?.toLowerCase() : email,
      email_verified: update.emailVerified ?? (email === undefined ? undefined : false),
      phone_number: phoneNumber,
      phone_verified: update.phoneVerified ?? (phoneNumber === undefined ? undefined : false),
      username: update.username,
    }),
    ...givenAttributes(update),
  };
}

function givenAttributes({ profile }: UserUpdate): Profile {
  return Object.fromEntries(
    Object.entries(profile).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
