/** The scopes that concern the person, each with the claims it opens (contract §1). */
const personScopes = ['openid', 'profile', 'email', 'phone'];

/**
 * What a person's own token may do at the Management API. Every other Management scope is left out
 * of the answer without a word (contract §6.2).
 */
const currentUserScopes = [
  'read:current_user',
  'update:current_user_identities',
  'create:current_user_metadata',
  'update:current_user_metadata',
  'delete:current_user_metadata',
  'create:current_user_device_credentials',
  'delete:current_user_device_credentials',
];

/** The part of the requested scope that a client acting for a person is granted. */
export function grantedScope(
  requested: readonly string[],
  forManagement: boolean,
): readonly string[] {
  const grantable = forManagement ? [...personScopes, ...currentUserScopes] : personScopes;

  return [...new Set(requested)].filter((scope) => grantable.includes(scope));
}
