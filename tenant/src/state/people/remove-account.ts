import type { TenantState } from '../tenant-state.ts';
import { identityKey, type User } from './user.ts';

/**
 * Takes an account away, with all its identities, its sessions and what it agreed to: somebody new may
 * get the same id, and is somebody else.
 */
export function removeAccount(user: User, state: TenantState): void {
  const { user_id } = user;
  state.users.remove(user_id);
  endSessions(user, state);
  for (const key of state.grants.consents.keys()) {
    if (key.startsWith(`${user_id} `)) state.grants.consents.delete(key);
  }
}

/** Ends every session of an account, by whichever identity it began. */
export function endSessions({ identities }: User, state: TenantState): void {
  const keys = identities.map(identityKey);
  state.signIns.sessions.deleteWhere(({ identity }) => keys.includes(identity));
}
