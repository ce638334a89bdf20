import { parseQuery } from './parse-query.ts';
import type { QueryNode, Test } from './query-node.ts';
import { wildcard } from './wildcard.ts';

/** A question about one value. */
export type ValueTest = (value: unknown) => boolean;

/** How the documents of one kind are searched. */
export interface Searchable<Document> {
  /** Whether any value under a field passes; a list has several, what is not there has none. */
  readonly some: (field: string, passes: ValueTest) => (document: Document) => boolean;
  /** The fields that a term without one is looked for in. */
  readonly textFields: readonly string[];
  readonly ignoresCase: (field: string) => boolean;
}

/** A question that can be asked of each document, and how many values it looks at there. */
interface CompiledQuery<Document> {
  readonly matches: (document: Document) => boolean;
  readonly testsPerDocument: number;
}

/** Turns a search into a question that can be asked of each document. */
export function compileQuery<Document>(
  query: string,
  searchable: Searchable<Document>,
): CompiledQuery<Document> {
  return compile(parseQuery(query), searchable);
}

function compile<Document>(
  node: QueryNode,
  searchable: Searchable<Document>,
): CompiledQuery<Document> {
  switch (node.kind) {
    case 'all':
      return { matches: () => true, testsPerDocument: 0 };
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => compile(part, searchable));
      const matchesPart = (document: Document) => (part: CompiledQuery<Document>) =>
        part.matches(document);

      return {
        matches: (document) =>
          node.kind === 'and'
            ? parts.every(matchesPart(document))
            : parts.some(matchesPart(document)),
        testsPerDocument: parts.reduce((sum, part) => sum + part.testsPerDocument, 0),
      };
    }
    case 'not': {
      const { matches, testsPerDocument } = compile(node.node, searchable);

      return { matches: (document) => !matches(document), testsPerDocument };
    }
    case 'exists':
      return { matches: searchable.some(node.field, () => true), testsPerDocument: 1 };
    case 'test': {
      const fields = node.field === undefined ? searchable.textFields : [node.field];
      const tests = fields.map((name) =>
        searchable.some(name, compileValueTest(node.test, searchable.ignoresCase(name))),
      );

      return {
        matches: (document) => tests.some((matches) => matches(document)),
        testsPerDocument: tests.length,
      };
    }
  }
}

function compileValueTest(test: Test, ignoresCase: boolean): ValueTest {
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  switch (test.kind) {
    case 'equals': {
      const wanted = fold(test.text);

      return (value) => fold(textOf(value)) === wanted;
    }
    case 'like': {
      const matches = wildcard(test.parts.map(fold));

      return (value) => matches(fold(textOf(value)));
    }
    case 'range':
      return (value) => isWithin(value, test);
  }
}

function isWithin(value: unknown, range: Extract<Test, { readonly kind: 'range' }>): boolean {
  const { from, to, includesFrom, includesTo } = range;
  const below = from === '*' ? -1 : compare(from, value);
  const above = to === '*' ? -1 : compare(textOf(value), valueLike(value, to));

  return (below < 0 || (below === 0 && includesFrom)) && (above < 0 || (above === 0 && includesTo));
}

function compare(left: string, right: unknown): number {
  const [a, b] = [comparable(left, right), comparable(textOf(right), right)];
  if (a === b) return 0;

  return a < b ? -1 : 1;
}

/** The other end of a range in the type of what it is compared with. */
function valueLike(value: unknown, end: string): unknown {
  return typeof value === 'number' ? Number(end) : end;
}

function comparable(text: string, like: unknown): string | number {
  return typeof like === 'number' ? Number(text) : text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}

/** Reads the first value under a field, for what needs the value itself. */
export function firstValue<Document>(
  field: string,
  { some }: Searchable<Document>,
): (document: Document) => unknown {
  let found: unknown;
  const find = some(field, (value) => {
    found = value;

    return true;
  });

  return (document) => (find(document) ? found : undefined);
}
