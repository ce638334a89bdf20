import type { User } from '../state/people/user.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { notThere } from './control-error.ts';

/** The account with this id. */
export function findPerson(userId: string, state: TenantState): User {
  const user = state.users.get(userId);
  if (user === undefined) throw notThere(`user ${userId}`);

  return user;
}
