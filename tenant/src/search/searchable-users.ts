import type { Identity, Profile, User } from '../state/user.ts';
import type { Searchable } from './compile-query.ts';
import { valuesAt } from './json-values.ts';

/** Their case is ignored; every other field's counts (contract §6.7). */
const foldedFields = ['email', 'name', 'given_name', 'family_name', 'nickname'];

/** Users as they can be searched: linked identities under `identities`, as `GET /users` shows them. */
export const searchableUsers: Searchable<User> = {
  read: readUserField,
  textFields: [...foldedFields, 'username', 'phone_number', 'user_id'],
  ignoresCase: (field) =>
    foldedFields.includes(
      field
        .replace(/\.raw$/, '')
        .split('.')
        .at(-1) ?? '',
    ),
};

function readUserField(field: string): (user: User) => readonly unknown[] {
  const [root = '', ...path] = field.replace(/\.raw$/, '').split('.');
  if (root === 'identities') return (user) => identityValues(user.identities, path);
  if (root === 'user_metadata') return ({ user_metadata }) => valuesAt(user_metadata, path);
  if (root === 'app_metadata') return ({ app_metadata }) => valuesAt(app_metadata, path);
  if (root === 'email' && path[0] === 'domain') {
    return ({ identities: [first] }) => valuesAt(first.profile.email?.split('@').at(-1), []);
  }
  if (isProfileField(root)) return ({ identities: [first] }) => valuesAt(first.profile[root], path);
  if (isAccountField(root)) return (user) => valuesAt(user[root], path);

  return () => [];
}

function identityValues(
  identities: readonly Identity[],
  path: readonly string[],
): readonly unknown[] {
  const [name, ...rest] = path;
  const [, ...linked] = identities;
  if (name === 'profileData') return linked.flatMap(({ profile }) => valuesAt(profile, rest));
  if (name === undefined || !isIdentityField(name)) return [];

  return identities.flatMap((identity) => valuesAt(identity[name], rest));
}

const profileFields = [
  ...(['email', 'email_verified', 'phone_number', 'phone_verified', 'username'] as const),
  ...(['name', 'given_name', 'family_name', 'nickname', 'picture'] as const),
] satisfies readonly (keyof Profile)[];
const accountFields = [
  ...(['user_id', 'created_at', 'updated_at', 'last_login', 'last_ip'] as const),
  ...(['logins_count', 'blocked'] as const),
] satisfies readonly (keyof User)[];
const identityFields = [
  ...(['connection', 'provider', 'user_id', 'isSocial'] as const),
] satisfies readonly (keyof Identity)[];

function isProfileField(name: string): name is (typeof profileFields)[number] {
  return profileFields.some((field) => field === name);
}

function isAccountField(name: string): name is (typeof accountFields)[number] {
  return accountFields.some((field) => field === name);
}

function isIdentityField(name: string): name is (typeof identityFields)[number] {
  return identityFields.some((field) => field === name);
}
