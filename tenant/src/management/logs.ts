import { ManagementError } from '../protocol/errors.ts';
import { json, pathParameter, type Reply } from '../protocol/http.ts';
import type { LogEntry } from '../state/log/tenant-log.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { pageOf, pagingParameters } from './paging.ts';
import { CheckedQuery, fieldParameters, fieldSelection, reading } from './query.ts';
import { searched, sorted } from './search/search.ts';
import { searchableJson } from './search/searchable-json.ts';
import { authorize, authorizeForUser, existingUser } from './user-access.ts';

const scopes = ['read:logs', 'read:logs_users'];
const parameters = {
  ...pagingParameters,
  ...fieldParameters,
  sort: 'Field to use for sorting appended with :1 for ascending and :-1 for descending.',
  search: 'Retrieves logs that match the specified search criteria.',
  q: 'The same as search, as older SDKs name it.',
  from: 'Log Event Id from which to start retrieving logs.',
  take: 'Number of entries to retrieve when using the from parameter.',
};

const searchableLog = searchableJson(['description', 'user_name', 'user_id', 'client_name', 'ip']);

/** Answers `GET /api/v2/logs`: by page, newest first, or on from a checkpoint, oldest first (§6.13). */
export const listLogs = reading(scopes, parameters, (query, { state }) => {
  const from = query.text('from');
  const take = query.integer('take', { minimum: 1, maximum: 100 });
  const select = fieldSelection(query);
  if (from !== undefined || take !== undefined) {
    const later = state.log.entries().filter(({ log_id }) => from === undefined || log_id > from);

    return json(200, later.slice(0, take ?? 50).map(select));
  }
  const found = searched(state.log.entries(), query, {
    name: query.text('q') === undefined ? 'search' : 'q',
    searchable: searchableLog,
  });

  return pageOf({ name: 'logs', items: newestFirst(found, query), show: select }, query);
});

/** Answers `GET /api/v2/users/{id}/logs`: what one person did, newest first (contract §6.13). */
export async function userLogs(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const { userId } = await authorizeForUser({ any: scopes }, exchange);
  const query = new CheckedQuery(request.query, { ...pagingParameters, sort: parameters.sort });
  existingUser(userId, state);
  const own = state.log.entries().filter((entry) => entry['user_id'] === userId);

  return pageOf({ name: 'logs', items: newestFirst(own, query), show: (entry) => entry }, query);
}

/** Answers `GET /api/v2/logs/{id}`: one entry. */
export async function getLog(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(scopes, exchange);
  const id = pathParameter(request, 'id');
  const entry = state.log.entries().find(({ log_id }) => log_id === id);
  if (entry === undefined) {
    throw new ManagementError(404, 'Log event not found', 'log_event_not_found');
  }

  return json(200, entry);
}

function newestFirst(entries: readonly LogEntry[], query: CheckedQuery): readonly LogEntry[] {
  if (query.text('sort') === undefined) return entries.toReversed();

  return sorted(entries, query, searchableLog);
}
