import {
  type PasswordFault,
  passwordFault,
} from '../../../login/flow/passwords/password-policy.ts';
import { ManagementError } from '../../../protocol/errors.ts';
import type { Connection } from '../../../state/config/connection.ts';
import type { Profile } from '../../../state/people/user.ts';

const words: Readonly<Record<PasswordFault, string>> = {
  invalid_password: 'PasswordStrengthError: Password is too weak',
  password_dictionary_error: 'PasswordDictionaryError: Password is too common',
  password_no_user_info_error: 'PasswordNoUserInfoError: Password contains user information',
};

/** Refuses a password that its connection does not take. */
export function refuseWeakPassword(
  password: string,
  connection: Connection | undefined,
  profile: Profile,
): void {
  const fault = passwordFault(password, connection ?? { options: {} }, profile);
  if (fault !== undefined) throw new ManagementError(400, words[fault]);
}
