/** What the portal asks for in the first person's name (tenant contract §6.2). */
export const primaryScope = [
  'openid profile email',
  'read:current_user',
  'update:current_user_identities',
].join(' ');

/** What it asks for in the second's: to read that account before it is absorbed, and nothing more. */
export const secondaryScope = 'openid profile email read:current_user';
