import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { optionalAttribute } from './attribute-limits.ts';
import { type Identity, identityKey, type Profile, type User } from './user.ts';

/**
 * Reads an account in Auth0's shape: the root profile belongs to the first identity, the others
 * bring their `profileData`. `password` stands beside the identity it opens, `password_leaked` beside
 * one that Auth0's breach list would have, and the names of roles and organizations beside the account, where Auth0 keeps lists of their own.
 */
export function parseSeedUser(user: JsonReader, nowMs: number): User {
  const [first, ...others] = user.objects('identities');
  if (first === undefined) return user.fail('identities', 'must not be empty');
  const at = user.optionalText('created_at') ?? new Date(nowMs).toISOString();
  const firstIdentity = parseIdentity(first, parseProfile(user));
  const parsed: User = {
    user_id: user.text('user_id'),
    identities: [firstIdentity, ...others.map(parseLinkedIdentity)],
    created_at: at,
    updated_at: user.optionalText('updated_at') ?? at,
    ...defined({
      blocked: user.optionalFlag('blocked'),
      user_metadata: user.optionalJson('user_metadata'),
      app_metadata: user.optionalJson('app_metadata'),
      last_password_reset: user.optionalText('last_password_reset'),
      last_login: user.optionalText('last_login'),
      last_ip: user.optionalText('last_ip'),
      logins_count: user.optionalNumber('logins_count'),
      roles: user.givenTexts('roles'),
      organizations: user.givenTexts('organizations'),
    }),
  };
  user.finish();
  if (parsed.user_id !== identityKey(firstIdentity)) {
    user.fail('user_id', `must be ${identityKey(firstIdentity)}, after the first identity`);
  }

  return parsed;
}

function parseLinkedIdentity(identity: JsonReader): Identity {
  return parseIdentity(identity, identity.object('profileData').whole(parseProfile));
}

function parseIdentity(fields: JsonReader, profile: Profile): Identity {
  return fields.whole((identity) => ({
    connection: identity.text('connection'),
    provider: identity.text('provider'),
    user_id: identity.textOrNumber('user_id'),
    isSocial: identity.optionalFlag('isSocial') ?? false,
    profile,
    ...defined({
      password: identity.optionalText('password'),
      password_leaked: identity.optionalFlag('password_leaked'),
    }),
  }));
}

function parseProfile(profile: JsonReader): Profile {
  return defined({
    email: profile.optionalText('email'),
    email_verified: profile.optionalFlag('email_verified'),
    phone_number: profile.optionalText('phone_number'),
    phone_verified: profile.optionalFlag('phone_verified'),
    username: optionalAttribute(profile, 'username'),
    name: optionalAttribute(profile, 'name'),
    given_name: optionalAttribute(profile, 'given_name'),
    family_name: optionalAttribute(profile, 'family_name'),
    nickname: optionalAttribute(profile, 'nickname'),
    picture: profile.optionalText('picture'),
  });
}
