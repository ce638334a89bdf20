import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import type { User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { pageOf, pagingOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from '../user-access.ts';

/** Something that an account has any number of, and that is read page by page. */
interface UserList<Item> {
  readonly name: string;
  readonly need: ScopeNeed;
  readonly itemsOf: (user: User, state: TenantState) => readonly Item[];
  readonly show: (item: Item) => JsonObject;
}

/** Makes an endpoint that answers with one page of something that an account has. */
export const userList =
  <Item>({ name, need, itemsOf, show }: UserList<Item>) =>
  async (exchange: Exchange): Promise<Reply> => {
    const { request, state } = exchange;
    const { userId } = await authorizeForUser(need, exchange);
    const paging = pagingOf(new CheckedQuery(request.query, pagingParameters));
    const items = itemsOf(existingUser(userId, state), state);

    return json(200, pageOf({ name, items, show }, paging));
  };
