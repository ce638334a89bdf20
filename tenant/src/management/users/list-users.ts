import { ManagementError } from '../../protocol/errors.ts';
import { json } from '../../protocol/http.ts';
import { userShape } from '../../state/people/user-shape.ts';
import { pageOf, pagingOf, pagingParameters } from '../paging.ts';
import {
  type CheckedQuery,
  fieldParameters,
  fieldSelection,
  invalidQuery,
  reading,
} from '../query.ts';
import { searched, sorted } from '../search/search.ts';
import { searchableUsers } from '../search/searchable-users.ts';

const parameters = {
  ...pagingParameters,
  ...fieldParameters,
  sort: 'Field to sort by. Use field:order where order is 1 for ascending and -1 for descending.',
  connection:
    'Connection filter. Only applies when using search_engine=v1. To filter by connection with search_engine=v2|v3, use q=identities.connection:"connection_name"',
  q: 'Query in Lucene query string syntax.',
  search_engine: 'The version of the search engine',
  primary_order: 'If true (default), results are returned in a deterministic order.',
};

/** Only so much of a list can be paged through (contract §6.7). */
const furthestRecord = 1000;

/** Answers `GET /api/v2/users`: accounts, never the ones linked into another (contract §6.7). */
export const listUsers = reading(['read:users'], parameters, (query, { state }) => {
  refuseOldEngines(query);
  query.flag('primary_order');
  const { page, perPage } = pagingOf(query);
  if (page * perPage >= furthestRecord) {
    throw new ManagementError(
      400,
      'You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation.',
      'invalid_paging',
    );
  }
  const found = searched(state.users.all(), query, { name: 'q', searchable: searchableUsers });
  const select = fieldSelection(query);

  return pageOf(
    {
      name: 'users',
      items: sorted(found, query, searchableUsers),
      show: (user) => select(userShape(user, state.issuer)),
    },
    query,
  );
});

const oldEngines: ReadonlyMap<string, string> = new Map([
  ['v1', 'You are not allowed to use search_engine=v1.'],
  ['v2', 'You are not allowed to use search_engine=v2. Use search_engine=v3 instead.'],
]);

function refuseOldEngines(query: CheckedQuery): void {
  const engine = query.text('search_engine') ?? 'v3';
  const refusal = oldEngines.get(engine);
  if (refusal !== undefined) throw new ManagementError(400, refusal, 'invalid_query_string');
  if (engine !== 'v3') throw query.fail('search_engine', `No enum match for: ${engine}`);
}

const emailParameters = {
  ...fieldParameters,
  email: 'Email address to search for (case-sensitive).',
};

/** Answers `GET /api/v2/users-by-email`: the accounts whose own address it is, not a linked one's (§6.8). */
export const usersByEmail = reading(['read:users'], emailParameters, (query, { state }) => {
  const email = query.text('email');
  if (email === undefined) throw invalidQuery('Missing required property: email');
  const select = fieldSelection(query);

  return json(
    200,
    state.users.withEmail(email).map((user) => select(userShape(user, state.issuer))),
  );
});
