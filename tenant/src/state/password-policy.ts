import { ManagementError } from '../protocol/errors.ts';
import type { Connection, ConnectionOptions } from './connection.ts';

/**
 * How long a password must be, and how many it must have of lower case, upper case, digits and special
 * characters, by Auth0's levels.
 */
const policies: Readonly<
  Record<NonNullable<ConnectionOptions['passwordPolicy']>, { length: number; kinds: number }>
> = {
  none: { length: 1, kinds: 0 },
  low: { length: 6, kinds: 0 },
  fair: { length: 8, kinds: 3 },
  good: { length: 8, kinds: 3 },
  excellent: { length: 10, kinds: 3 },
};

/** Whether a password is strong enough for a connection. */
export function isStrongEnough(password: string, connection: Connection | undefined): boolean {
  const { length, kinds } = policies[connection?.options.passwordPolicy ?? 'none'];
  const found = [/[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password));
  const repeats = connection?.options.passwordPolicy === 'excellent' && /(.)\1\1/.test(password);

  return password.length >= length && found.length >= kinds && !repeats;
}

/** Refuses a weak password as the Management API does. */
export function refuseWeakPassword(password: string, connection: Connection | undefined): void {
  if (!isStrongEnough(password, connection)) {
    throw new ManagementError(400, 'PasswordStrengthError: Password is too weak');
  }
}
