import { madeUpNames } from '../../state/people/shown-profile.ts';
import type { Identity, Profile, User } from '../../state/people/user.ts';
import type { Searchable, ValueTest } from './compile-query.ts';
import { someValueAt } from './searchable-json.ts';

/** Their case is ignored; every other field's counts (contract §6.7). */
const foldedFields = ['email', 'name', 'given_name', 'family_name', 'nickname'];

/** Users as they can be searched: linked identities under `identities`, as `GET /users` shows them. */
export const searchableUsers: Searchable<User> = {
  some: someUserValue,
  textFields: [...foldedFields, 'username', 'phone_number', 'user_id'],
  ignoresCase: (field) =>
    foldedFields.includes(
      field
        .replace(/\.raw$/, '')
        .split('.')
        .at(-1) ?? '',
    ),
};

function someUserValue(field: string, passes: ValueTest): (user: User) => boolean {
  const [root = '', ...path] = field.replace(/\.raw$/, '').split('.');
  if (root === 'identities') return someIdentityValue(path, passes);
  if (root === 'user_metadata' || root === 'app_metadata') {
    return (user) => someValueAt(user[root], path, passes);
  }
  if (root === 'email' && path[0] === 'domain') {
    return ({ identities: [first] }) =>
      someValueAt(first.profile.email?.split('@').at(-1), [], passes);
  }
  if (path.length > 0) return () => false;
  if (isOneOf(profileFields, root)) {
    return ({ identities: [first] }) => someValueAt(shownValue(first, root), path, passes);
  }
  if (isOneOf(accountFields, root)) return (user) => someValueAt(user[root], path, passes);

  return () => false;
}

function someIdentityValue(
  [name, ...path]: readonly string[],
  passes: ValueTest,
): (user: User) => boolean {
  if (name === 'profileData') {
    return ({ identities }) =>
      identities.some(({ profile }, index) => index > 0 && someValueAt(profile, path, passes));
  }
  if (name === undefined || !isOneOf(identityFields, name)) return () => false;

  return ({ identities }) =>
    identities.some((identity) => someValueAt(identity[name], path, passes));
}

const profileFields = [
  ...(['email', 'email_verified', 'phone_number', 'phone_verified', 'username'] as const),
  ...(['name', 'given_name', 'family_name', 'nickname', 'picture'] as const),
] satisfies readonly (keyof Profile)[];
const accountFields = [
  ...(['user_id', 'created_at', 'updated_at', 'last_login', 'last_ip'] as const),
  ...(['logins_count', 'blocked', 'last_password_reset'] as const),
] satisfies readonly (keyof User)[];
const identityFields = ['connection', 'provider', 'user_id', 'isSocial'] as const;

/** A name that nobody gave is found as it is shown; a made-up picture says nothing to search for. */
function shownValue({ profile }: Identity, field: keyof Profile): unknown {
  const made = field === 'name' || field === 'nickname' ? madeUpNames(profile)[field] : undefined;

  return profile[field] ?? made;
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((known) => known === name);
}
