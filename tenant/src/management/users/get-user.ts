import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { userShape } from '../../state/people/user-shape.ts';
import { fieldParameters, fieldSelection } from '../field-selection.ts';
import { CheckedQuery } from '../query.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from '../user-access.ts';

const need: ScopeNeed = {
  any: ['read:users', 'read:user_idp_tokens'],
  own: 'read:current_user',
  allScopes: 'read:users,read:user_idp_tokens,read:current_user',
};

/** Answers `GET /api/v2/users/{id}`: an account, whole or in part (contract §6.3). */
export async function getUser(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const { userId } = await authorizeForUser(need, exchange);
  const select = fieldSelection(new CheckedQuery(request.query, fieldParameters));

  return json(200, select(userShape(existingUser(userId, state), state.issuer)));
}
