import {
  type PasswordFault,
  passwordFault,
} from '../../../login/flow/passwords/password-policy.ts';
import { ManagementError } from '../../../protocol/errors.ts';
import { type Connection, longestUsername } from '../../../state/config/connection.ts';
import { identityKey, type Profile } from '../../../state/people/user.ts';
import type { TenantState } from '../../../state/tenant-state.ts';
import type { UserUpdate } from './user-update.ts';

/** Refuses a user name that is longer than its connection takes. */
export function refuseLongUsername(
  username: string | undefined,
  connection: Pick<Connection, 'options'>,
): void {
  const longest = longestUsername(connection);
  if (username === undefined || username.length <= longest) return;

  throw new ManagementError(400, `Username must have between 1 and ${longest} characters.`);
}

/** Tells which handle, an address, number or user name, another account of the connection has. */
export function takenHandle(
  { connection, ownKey }: { readonly connection: string; readonly ownKey: string },
  { email, phoneNumber, username }: Pick<UserUpdate, 'email' | 'phoneNumber' | 'username'>,
  { users }: TenantState,
): string | undefined {
  const holders = [
    ['email', email && users.findByEmail(connection, email)],
    ['phone_number', phoneNumber && users.findByPhone(connection, phoneNumber)],
    ['username', username && users.findByUsername(connection, username)],
  ] as const;
  const taken = holders.find(
    ([, holding]) => typeof holding === 'object' && identityKey(holding.identity) !== ownKey,
  );

  return taken?.[0];
}

const messages: Readonly<Record<PasswordFault, string>> = {
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
  if (fault !== undefined) throw new ManagementError(400, messages[fault]);
}
