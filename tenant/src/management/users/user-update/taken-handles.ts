import { ManagementError } from '../../../protocol/errors.ts';
import { identityKey } from '../../../state/people/user.ts';
import type { TenantState } from '../../../state/tenant-state.ts';

/** What an account is found by when it signs in. */
export interface Handles {
  readonly email: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly username: string | undefined;
}

/** Refuses an address, number or user name that another account of the connection has. */
export function refuseTakenHandles(
  { connection, ownKey }: { readonly connection: string; readonly ownKey: string },
  { email, phoneNumber, username }: Handles,
  { users }: TenantState,
): void {
  const holders = [
    ['email', email && users.findByEmail(connection, email)],
    ['phone_number', phoneNumber && users.findByPhone(connection, phoneNumber)],
    ['username', username && users.findByUsername(connection, username)],
  ] as const;
  for (const [name, holding] of holders) {
    if (typeof holding === 'object' && identityKey(holding.identity) !== ownKey) {
      throw new ManagementError(400, `The specified new ${name} already exists`, {
        errorCode: 'auth0_idp_error',
      });
    }
  }
}
