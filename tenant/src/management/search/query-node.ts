/** What a search asks of one value. */
export type Test =
  | { readonly kind: 'equals'; readonly text: string }
  /** What stands between the stars; between two parts there may be anything. */
  | { readonly kind: 'like'; readonly parts: readonly string[] }
  | {
      readonly kind: 'range';
      readonly from: string;
      readonly to: string;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    };

/** A parsed search, in the part of Lucene's syntax that Auth0 documents (contract §6.7). */
export type QueryNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'exists'; readonly field: string }
  | { readonly kind: 'all' }
  /** Without a field, the texts that every document has are searched. */
  | { readonly kind: 'test'; readonly field: string | undefined; readonly test: Test };

/** A search that cannot be understood, or that Auth0 says it does not do. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}
