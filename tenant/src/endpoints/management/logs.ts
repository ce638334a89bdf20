import { ManagementError } from '../../protocol/errors.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import { searchableJson } from '../../search/searchable-json.ts';
import type { LogEntry } from '../../state/log-entry.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { fieldParameters, fieldSelection } from './field-selection.ts';
import { pageOf, pagingOf, pagingParameters } from './paging.ts';
import { CheckedQuery } from './query.ts';
import { searched, sorted } from './search.ts';
import { authorize, authorizeForUser, existingUser, type ScopeNeed } from './user-access.ts';

const scopes = ['read:logs', 'read:logs_users'];
const userNeed: ScopeNeed = { any: scopes, expected: scopes.join(',') };

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

/** `GET /api/v2/logs`: by page, newest first, or on from a checkpoint, oldest first (§6.13). */
export async function listLogs(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, scopes, state, now);
  const query = new CheckedQuery(request.query, parameters);
  const from = query.text('from');
  const take = query.integer('take', { minimum: 1, maximum: 100 });
  const select = fieldSelection(query);
  if (from !== undefined || take !== undefined) {
    const later = state.log.entries().filter(({ log_id }) => from === undefined || log_id > from);

    return json(200, later.slice(0, take ?? 50).map(select));
  }
  const found = searched(
    state.log.entries(),
    query,
    query.text('q') === undefined ? 'search' : 'q',
    searchableLog,
  );

  return json(200, pageOf('logs', newestFirst(found, query), pagingOf(query), select));
}

/** `GET /api/v2/users/{id}/logs`: what one person did, newest first (contract §6.13). */
export async function userLogs(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const { userId } = await authorizeForUser(request, userNeed, state, now);
  const query = new CheckedQuery(request.query, { ...pagingParameters, sort: parameters.sort });
  existingUser(userId, state);
  const own = state.log.entries().filter((entry) => entry['user_id'] === userId);

  return json(
    200,
    pageOf('logs', newestFirst(own, query), pagingOf(query), (entry) => entry),
  );
}

/** `GET /api/v2/logs/{id}`: one entry. */
export async function getLog(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, scopes, state, now);
  const id = pathParameter(request, 'id');
  const entry = state.log.entries().find(({ log_id }) => log_id === id);
  if (entry === undefined) {
    throw new ManagementError(404, 'Log event not found', { errorCode: 'log_event_not_found' });
  }

  return json(200, entry);
}

function newestFirst(entries: readonly LogEntry[], query: CheckedQuery): readonly LogEntry[] {
  if (query.text('sort') === undefined) return entries.toReversed();

  return sorted(entries, query, searchableLog);
}
