/**
 * What the portal asks for in either person's name (tenant contract §6.2). Both accounts need the same: each is
 * read before a link, and whichever is kept is written to.
 */
export const accountScope = [
  'openid profile email',
  'read:current_user',
  'update:current_user_metadata',
  'update:current_user_identities',
].join(' ');
