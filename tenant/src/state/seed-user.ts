import { type CheckedObject, SeedError } from './checked.ts';
import { defined } from './defined.ts';
import type { Identity, Profile, User } from './user.ts';

/**
 * Reads an account in Auth0's shape: the root profile belongs to the first identity, the others
 * bring their `profileData`. `password` stands beside the identity it opens.
 */
export function parseSeedUser(user: CheckedObject, now: number): User {
  const [first, ...others] = user.objects('identities');
  if (first === undefined) throw new SeedError('every user needs an identity');
  const at = user.optionalText('created_at') ?? new Date(now).toISOString();

  return {
    user_id: user.text('user_id'),
    identities: [
      parseIdentity(first, parseProfile(user)),
      ...others.map((other) => parseIdentity(other, parseProfile(other.object('profileData')))),
    ],
    created_at: at,
    updated_at: user.optionalText('updated_at') ?? at,
    ...defined({
      blocked: user.optionalFlag('blocked'),
      user_metadata: user.optionalJson('user_metadata'),
      app_metadata: user.optionalJson('app_metadata'),
      last_login: user.optionalText('last_login'),
      logins_count: user.optionalNumber('logins_count'),
    }),
  };
}

function parseIdentity(identity: CheckedObject, profile: Profile): Identity {
  return {
    connection: identity.text('connection'),
    provider: identity.text('provider'),
    user_id: identity.textOrNumber('user_id'),
    isSocial: identity.optionalFlag('isSocial') ?? false,
    profile,
    ...defined({ password: identity.optionalText('password') }),
  };
}

function parseProfile(profile: CheckedObject): Profile {
  return defined({
    email: profile.optionalText('email'),
    email_verified: profile.optionalFlag('email_verified'),
    phone_number: profile.optionalText('phone_number'),
    phone_verified: profile.optionalFlag('phone_verified'),
    username: profile.optionalText('username'),
    name: profile.optionalText('name'),
    given_name: profile.optionalText('given_name'),
    family_name: profile.optionalText('family_name'),
    nickname: profile.optionalText('nickname'),
    picture: profile.optionalText('picture'),
  });
}
