import type { TenantState } from '../tenant-state.ts';
import { identityKey, type User } from './user.ts';

/**
 * Takes an account away, with all its identities, its sessions and what it agreed to: somebody new may
 * get the same id, and is somebody else.
 */
export function removeAccount({ user_id, identities }: User, state: TenantState): void {
  state.users.remove(user_id);
  const keys = identities.map(identityKey);
  state.signIns.sessions.deleteWhere(({ identity }) => keys.includes(identity));
  for (const key of state.grants.consents.keys()) {
    if (key.startsWith(`${user_id} `)) state.grants.consents.delete(key);
  }
}
