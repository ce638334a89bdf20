import type { JsonObject } from '../../protocol/json.ts';
import { accountProfile, identityProfile } from './shown-profile.ts';
import type { Identity, User } from './user.ts';

/** What of an account is shown elsewhere, or in another form. */
const notShown: readonly string[] = ['identities', 'roles', 'organizations'];

/** Shows an account as `GET /users/{id}` does: the first identity has no `profileData` (§6.3). */
export function userShape(user: User, issuer: string): JsonObject {
  const [first, ...others] = user.identities;

  return {
    ...accountProfile(first, issuer),
    ...accountFields(user),
    identities: [
      bareIdentity(first),
      ...others.map((identity) => identityWithProfile(identity, issuer)),
    ],
  };
}

/** Picks what belongs to the account as a whole, whichever identities it has. */
export function accountFields(user: User): JsonObject {
  return Object.fromEntries(Object.entries(user).filter(([name]) => !isHidden(name, user)));
}

/** Emptied, the operators' data is gone; the person's own stays as `{}` (§12). */
function isHidden(name: string, { app_metadata: data = {} }: User): boolean {
  return notShown.includes(name) || (name === 'app_metadata' && Object.keys(data).length === 0);
}

/** Shows the list that link and unlink answer with: here the first has its `profileData` too (§6.5). */
export function identitiesShape(user: User, issuer: string): readonly JsonObject[] {
  return user.identities.map((identity) => identityWithProfile(identity, issuer));
}

function bareIdentity({ connection, user_id, provider, isSocial }: Identity): JsonObject {
  return { connection, user_id, provider, isSocial };
}

function identityWithProfile(identity: Identity, issuer: string): JsonObject {
  return { profileData: identityProfile(identity, issuer), ...bareIdentity(identity) };
}
