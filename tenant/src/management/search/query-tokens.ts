import { QueryError, type Test } from './query-node.ts';

/** One piece of a search. */
export type Token =
  | { readonly kind: '(' | ')' | 'and' | 'or' | 'not' | 'must' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'test'; readonly test: Test };

const range = /^([[{])\s*(?:"([^"]*)"|([^\s\]}]+))\s+TO\s+(?:"([^"]*)"|([^\s\]}]+))\s*([\]}])/;
// A time of day has colons of its own.
const word = /^(?:\\.|[^\s()[\]{}":\\])(?:\\.|[^\s()[\]{}"\\:]|:(?=\d))*/;
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  '&&': 'and',
  OR: 'or',
  '||': 'or',
  NOT: 'not',
  '!': 'not',
};

/** Cuts a search into its pieces. Operators are words in capitals, as Auth0 asks for them. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = query.trimStart();
  while (rest !== '') {
    const { token, length } = nextToken(rest);
    tokens.push(token);
    rest = rest.slice(length).trimStart();
  }

  return tokens;
}

interface Cut {
  readonly token: Token;
  readonly length: number;
}

function nextToken(rest: string): Cut {
  const [first = ''] = rest;
  if (first === '(' || first === ')') return { token: { kind: first }, length: 1 };
  if (first === '"') return phrase(rest);
  if (first === '[' || first === '{') return rangeToken(rest);
  if (/^[-+!][^\s]/.test(rest)) {
    return { token: { kind: first === '+' ? 'must' : 'not' }, length: 1 };
  }

  return wordToken(rest);
}

function phrase(rest: string): Cut {
  const found = /^"((?:\\.|[^"\\])*)"/.exec(rest);
  if (found === null) throw new QueryError('a quotation mark is not closed');
  refuseSuffix(rest.slice(found[0].length));

  return {
    token: { kind: 'test', test: { kind: 'equals', text: unescape(found[1] ?? '') } },
    length: found[0].length,
  };
}

function rangeToken(rest: string): Cut {
  const found = range.exec(rest);
  if (found === null) throw new QueryError('a range must be [from TO to]');
  const [all, open, quotedFrom, bareFrom, quotedTo, bareTo, close] = found;

  return {
    token: {
      kind: 'test',
      test: {
        kind: 'range',
        from: quotedFrom ?? bareFrom ?? '',
        to: quotedTo ?? bareTo ?? '',
        includesFrom: open === '[',
        includesTo: close === ']',
      },
    },
    length: all.length,
  };
}

function wordToken(rest: string): Cut {
  const [operator = ''] = /^(?:AND|OR|NOT|&&|\|\||!)(?=[\s(]|$)/.exec(rest) ?? [];
  const kind = operators[operator];
  if (kind !== undefined) return { token: { kind }, length: operator.length };
  const name = /^([A-Za-z_][\w.-]*|\*):/.exec(rest)?.[1];
  if (name !== undefined) return { token: { kind: 'field', name }, length: name.length + 1 };
  const found = word.exec(rest)?.[0];
  if (found === undefined) throw new QueryError(`${rest[0] ?? ''} cannot stand here`);
  refuseSuffix(found.slice(found.search(/[~^]/) === -1 ? found.length : found.search(/[~^]/)));
  if (found.startsWith('/')) throw new QueryError('regular expressions are not supported');
  const parts = partsOf(found);

  return {
    token: {
      kind: 'test',
      test: parts.length > 1 ? { kind: 'like', parts } : { kind: 'equals', text: parts[0] ?? '' },
    },
    length: found.length,
  };
}

/** What stands between the stars of a word; one after a backslash is itself. */
function partsOf(found: string): readonly string[] {
  const parts: string[] = [''];
  for (const piece of found.match(/\\?./gs) ?? []) {
    if (piece === '*') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece.length > 1 ? piece.slice(1) : piece}`);
  }

  return parts;
}

function refuseSuffix(rest: string): void {
  if (/^[~^]/.test(rest)) throw new QueryError('fuzzy searches and boosts are not supported');
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
