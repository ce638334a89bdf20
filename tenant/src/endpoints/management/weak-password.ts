import { ManagementError } from '../../protocol/errors.ts';
import { isStrongEnough } from '../../sign-in/password-policy.ts';
import type { Connection } from '../../state/connection.ts';

/** Refuses a password that its connection's policy does not take. */
export function refuseWeakPassword(password: string, connection: Connection | undefined): void {
  if (!isStrongEnough(password, connection?.options.passwordPolicy ?? 'good')) {
    throw new ManagementError(400, 'PasswordStrengthError: Password is too weak');
  }
}
