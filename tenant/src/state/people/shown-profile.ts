import { defined } from '../../protocol/json.ts';
import { pictureOf } from './picture.ts';
import type { Identity, Profile } from './user.ts';

/** Makes the profile that an account shows: what was given, and what Auth0 makes up where nothing was (§12). */
export function accountProfile(first: Identity, issuer: string): Profile {
  const { profile } = first;

  return { ...defined(madeUpNames(profile)), picture: pictureOf(profile, issuer), ...profile };
}

/** Makes the `profileData` of an identity: what was given alone. A social provider always gives a picture. */
export function identityProfile({ isSocial, profile }: Identity, issuer: string): Profile {
  return isSocial ? { picture: pictureOf(profile, issuer), ...profile } : profile;
}

/** Makes the names of somebody who gave none: the address, and the part of it before the `@`. */
export function madeUpNames({
  email,
  phone_number,
  username,
}: Profile): Readonly<Record<'name' | 'nickname', string | undefined>> {
  const name = email ?? phone_number ?? username;

  return { name, nickname: name?.split('@')[0] };
}
