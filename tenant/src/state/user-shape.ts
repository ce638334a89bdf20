import type { JsonObject } from '../protocol/json.ts';
import type { Identity, User } from './user.ts';

/** What of an account is shown elsewhere, or in another form. */
const notShown: readonly string[] = ['identities', 'roles', 'organizations'];

/** The account as `GET /users/{id}` shows it: the first identity has no `profileData` (§6.3). */
export function userShape(user: User): JsonObject {
  const [first, ...others] = user.identities;
  const account = Object.entries(user).filter(([name]) => !isHidden(name, user));

  return {
    ...first.profile,
    ...Object.fromEntries(account),
    identities: [bareIdentity(first), ...others.map(identityWithProfile)],
  };
}

/** Emptied, the operators' data is gone; the person's own stays as `{}` (§12). */
function isHidden(name: string, { app_metadata: data = {} }: User): boolean {
  return notShown.includes(name) || (name === 'app_metadata' && Object.keys(data).length === 0);
}

/** The list that link and unlink answer with: here the first has its `profileData` too (§6.5). */
export function identitiesShape(user: User): readonly JsonObject[] {
  return user.identities.map(identityWithProfile);
}

function bareIdentity({ connection, user_id, provider, isSocial }: Identity): JsonObject {
  return { connection, user_id, provider, isSocial };
}

function identityWithProfile(identity: Identity): JsonObject {
  return { profileData: identity.profile, ...bareIdentity(identity) };
}
