import { QueryError, type QueryNode } from './query-node.ts';
import { type Token, tokenize } from './query-tokens.ts';

const deepest = 100;

/**
 * Parses a search: `NOT` binds before `AND`, and `AND` before `OR`; what only stands side by side is
 * joined by `OR`, as Lucene does, and an excluded neighbour by `AND NOT`.
 */
export function parseQuery(query: string): QueryNode {
  const reader = new Reader(tokenize(query));
  const node = parseOr(reader, undefined, 0);
  if (reader.peek() !== undefined) throw new QueryError('a parenthesis is not opened');

  return node;
}

class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  next(): Token {
    const token = this.peek();
    if (token === undefined) throw new QueryError('something is missing at the end');
    this.#position++;

    return token;
  }

  skip(kind: Token['kind']): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.#position++;

    return true;
  }
}

function parseOr(reader: Reader, field: string | undefined, depth: number): QueryNode {
  if (depth > deepest) throw new QueryError('it is nested too deeply');
  const alternatives = [parseAnd(reader, field, depth)];
  while (reader.peek() !== undefined && reader.peek()?.kind !== ')') {
    reader.skip('or');
    alternatives.push(parseAnd(reader, field, depth));
  }

  return joined('or', alternatives);
}

function parseAnd(reader: Reader, field: string | undefined, depth: number): QueryNode {
  const parts = [parseNot(reader, field, depth)];
  while (reader.skip('and') || isExclusion(reader.peek())) {
    parts.push(parseNot(reader, field, depth));
  }

  return joined('and', parts);
}

function isExclusion(token: Token | undefined): boolean {
  return token?.kind === 'not' || token?.kind === 'must';
}

function parseNot(reader: Reader, field: string | undefined, depth: number): QueryNode {
  if (depth > deepest) throw new QueryError('it is nested too deeply');
  if (reader.skip('not')) return { kind: 'not', node: parseNot(reader, field, depth + 1) };
  reader.skip('must');

  return parseClause(reader, field, depth);
}

function parseClause(reader: Reader, field: string | undefined, depth: number): QueryNode {
  const token = reader.next();
  switch (token.kind) {
    case '(': {
      const node = parseOr(reader, field, depth + 1);
      if (!reader.skip(')')) throw new QueryError('a parenthesis is not closed');

      return node;
    }
    case 'field':
      return parseFieldClause(reader, token.name, depth);
    case 'test':
      return testNode(field, token);
    default:
      throw new QueryError(`${token.kind} cannot stand here`);
  }
}

function parseFieldClause(reader: Reader, name: string, depth: number): QueryNode {
  const next = reader.peek();
  if (next?.kind === '(') return parseClause(reader, name, depth + 1);
  if (next?.kind !== 'test') throw new QueryError(`${name}: has no value`);
  reader.next();
  if (name !== '_exists_') return testNode(name, next);
  if (next.test.kind !== 'equals') throw new QueryError('_exists_ needs the name of a field');

  return { kind: 'exists', field: next.test.text };
}

function testNode(
  field: string | undefined,
  { test }: Extract<Token, { readonly kind: 'test' }>,
): QueryNode {
  const isAnything = test.kind === 'like' && test.parts.join('') === '';
  if (isAnything && (field === undefined || field === '*')) return { kind: 'all' };
  if (isAnything && field !== undefined) return { kind: 'exists', field };
  if (test.kind === 'like') refuseShortSuffix(test.parts);
  if (test.kind !== 'equals' && field?.startsWith('user_metadata.') === true) {
    throw new QueryError('range and wildcard searches are not available on user_metadata fields');
  }

  return { kind: 'test', field, test };
}

function refuseShortSuffix([first, ...others]: readonly string[]): void {
  if (first === '' && others.join('').length < 3) {
    throw new QueryError('suffix matching needs three characters or more');
  }
}

function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const [first] = nodes;

  return nodes.length === 1 && first !== undefined ? first : { kind, nodes };
}
