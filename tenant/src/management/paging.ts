import { json, type Reply } from '../protocol/http.ts';
import type { JsonObject } from '../protocol/json.ts';
import type { CheckedQuery } from './query.ts';

/** The parameters of a list that is read page by page. */
export const pagingParameters = {
  page: 'Page index of the results to return. First page is 0.',
  per_page: 'Number of results per page.',
  include_totals:
    'Return results inside an object that contains the total result count (true) or as a direct array of results (false, default).',
};

/** Reads what page is wanted, and whether with the totals: fifty to a page unless the caller says otherwise, a hundred at most. */
export function pagingOf(query: CheckedQuery) {
  return {
    page: query.integer('page', { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) ?? 0,
    perPage: query.integer('per_page', { minimum: 0, maximum: 100 }) ?? 50,
    includesTotals: query.flag('include_totals') ?? false,
  };
}

/** A list as an answer wraps it: under which name, and how it shows each item. */
export interface Listed<Item> {
  readonly name: string;
  readonly items: readonly Item[];
  readonly show: (item: Item) => JsonObject;
}

/** A list that can also be read from checkpoint to checkpoint, which are ids. */
interface Checkpointed<Item> extends Listed<Item> {
  readonly idOf: (item: Item) => string;
}

/** Answers with one page of a list, bare or in the wrapper that the SDKs read (contract §6.7). */
export function pageOf<Item>({ name, items, show }: Listed<Item>, query: CheckedQuery): Reply {
  const { page, perPage, includesTotals } = pagingOf(query);
  const start = page * perPage;
  const shown = items.slice(start, start + perPage).map(show);
  if (!includesTotals) return json(200, shown);

  return json(200, {
    start,
    limit: perPage,
    // The list of users is the only one that tells how long the page is (§12).
    ...(name === 'users' && { length: shown.length }),
    [name]: shown,
    total: items.length,
  });
}

/** Answers with one page of a list that is always in its wrapper, which names the page. */
export function numberedPage<Item>(
  { name, items, show }: Listed<Item>,
  query: CheckedQuery,
): Reply {
  const { page, perPage } = pagingOf(query);
  const shown = items.slice(page * perPage, (page + 1) * perPage).map(show);

  return json(200, { [name]: shown, total: items.length, page, per_page: perPage });
}

/** The parameters of a list that can be read by page and by checkpoint. */
export const listParameters = {
  ...pagingParameters,
  from: 'Optional Id from which to start selection.',
  take: 'Number of results per page. Defaults to 50.',
};

/** Answers with one page of a list, or with what comes after a checkpoint, as the query asks (contract §6.11). */
export function listPage<Item>(listed: Checkpointed<Item>, query: CheckedQuery): Reply {
  const { name, items, idOf, show } = listed;
  const take = query.integer('take', { minimum: 1, maximum: 100 });
  const from = query.text('from');
  if (take === undefined && from === undefined) return pageOf(listed, query);

  const start = items.findIndex((item) => idOf(item) === from) + 1;
  const shown = items.slice(start, start + (take ?? 50));
  const last = shown.at(-1);
  const hasMore = start + shown.length < items.length;

  return json(200, {
    [name]: shown.map(show),
    // Names the last one shown, and is absent at the end.
    ...(hasMore && last !== undefined && { next: idOf(last) }),
  });
}
