import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { userShape } from '../../state/people/user-shape.ts';
import { fieldParameters, fieldSelection } from '../field-selection.ts';
import { CheckedQuery, invalidQuery } from '../query.ts';
import { authorize } from '../user-access.ts';

const parameters = {
  ...fieldParameters,
  email: 'Email address to search for (case-sensitive).',
};

/**
 * Answers `GET /api/v2/users-by-email`: the accounts whose own address this is; an empty list when there is
 * none, and none for an address that only a linked identity has (contract §6.8).
 */
export async function usersByEmail(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['read:users'], exchange);
  const query = new CheckedQuery(request.query, parameters);
  const email = query.text('email');
  if (email === undefined) throw invalidQuery('Missing required property: email');
  const select = fieldSelection(query);

  return json(
    200,
    state.users.withEmail(email).map((user) => select(userShape(user, state.issuer))),
  );
}
