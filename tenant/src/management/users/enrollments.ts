import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { CheckedQuery } from '../query.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from '../user-access.ts';

const need: ScopeNeed = {
  any: ['read:users'],
  own: 'read:current_user',
  allScopes: 'read:users,read:current_user',
};

/** Answers `GET /api/v2/users/{id}/enrollments`: nobody has a second factor here (contract §6.2). */
export async function enrollments(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const { userId } = await authorizeForUser(need, exchange);
  new CheckedQuery(request.query, {});
  existingUser(userId, state);

  return json(200, []);
}
