import type { PasswordFault } from './password-policy.ts';

/** What a page says of a new password that its connection does not take. */
export const passwordProblems: Readonly<Record<PasswordFault, string>> = {
  invalid_password: 'This password is too weak.',
  password_dictionary_error: 'This password is too common.',
  password_no_user_info_error: 'This password holds your own name.',
};
