import { json, type Reply } from '../../protocol/http.ts';
import { removeAccount } from '../../state/people/remove-account.ts';
import type { Exchange } from '../../state/tenant-state.ts';
import { authorizeForUser, type ScopeNeed } from '../user-access.ts';

const need: ScopeNeed = { any: ['delete:users'], unheld: 'delete:current_user' };

/**
 * Answers `DELETE /api/v2/users/{id}`: the account with all of its identities. 204 also when nobody has this
 * id, or not any more (contract §6.10).
 */
export async function deleteUser(exchange: Exchange): Promise<Reply> {
  const { state } = exchange;
  const { userId } = await authorizeForUser(need, exchange);
  const user = state.users.get(userId);
  if (user !== undefined) removeAccount(user, state);

  // Every recording has the type of a body that is not there (§12).
  return { ...json(204, null), body: '' };
}
