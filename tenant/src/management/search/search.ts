import { ManagementError } from '../../protocol/errors.ts';
import type { CheckedQuery } from '../query.ts';
import { compileQuery, firstValue, type Searchable } from './compile-query.ts';
import { QueryError } from './query-node.ts';

/** Auth0 gives up after two seconds; here nobody else waits that long, so it is known before. */
const mostTests = 3_000_000;

/**
 * Finds the documents that match a Lucene query in this parameter; without one, all. Throws a `ManagementError`
 * for a query that cannot be read or asks for too much (contract §6.7).
 */
export function searched<Document>(
  documents: readonly Document[],
  query: CheckedQuery,
  { name, searchable }: { readonly name: string; readonly searchable: Searchable<Document> },
): readonly Document[] {
  const text = query.text(name);
  if (text === undefined) return documents;
  try {
    const { matches, testsPerDocument } = compileQuery(text, searchable);
    if (testsPerDocument * documents.length > mostTests) throw timedOut();

    return documents.filter(matches);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new ManagementError(
      400,
      `The query cannot be parsed: ${error.message}.`,
      'invalid_query_string',
    );
  }
}

function timedOut(): ManagementError {
  return new ManagementError(
    503,
    'The query exceeded the timeout. Please try refining your search criteria. See https://auth0.com/docs/best-practices/search-best-practices.',
  );
}

/** Sorts documents by `sort`, `field:1` or `field:-1`; those without the field come last. */
export function sorted<Document>(
  documents: readonly Document[],
  query: CheckedQuery,
  searchable: Searchable<Document>,
): readonly Document[] {
  const sort = query.text('sort');
  if (sort === undefined) return documents;
  const [, field, order] = /^([\w.]+):(-?1)$/.exec(sort) ?? [];
  if (field === undefined) {
    throw query.fail('sort', `String does not match pattern ^[\\w.]+:(1|-1)$: ${sort}`);
  }
  const read = firstValue(field, searchable);
  const keyed = documents.map((document) => ({ document, key: sortKey(read(document)) }));
  const direction = order === '1' ? 1 : -1;

  return keyed.sort((a, b) => compareKeys(a.key, b.key, direction)).map(({ document }) => document);
}

type SortKey = string | number | undefined;

function sortKey(value: unknown): SortKey {
  if (typeof value === 'number' || typeof value === 'string') return value;

  return typeof value === 'boolean' ? String(value) : undefined;
}

function compareKeys(a: SortKey, b: SortKey, direction: number): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;

  return a < b ? -direction : direction;
}
