import {
  LiquidError,
  parseCondition,
  parseExpression,
  type Scope,
  textOf,
} from './liquid-expression.ts';

type Render = (scope: Scope) => string;

interface Token {
  readonly kind: 'text' | 'output' | 'tag';
  readonly text: string;
}

/** A part of a template, and the tag that ended it. */
interface Block {
  readonly render: Render;
  readonly end: Token | undefined;
}

/**
 * Compiles a message in Liquid, as much of it as Auth0's own templates use: outputs with filters,
 * `if` with its branches, and `assign`. Whatever else is in it throws a `LiquidError`.
 */
export function compileLiquid(
  template: string,
): (variables: Readonly<Record<string, unknown>>) => string {
  const tokens = tokensOf(template)[Symbol.iterator]();
  const { render, end } = parseBlock(tokens);
  if (end !== undefined) throw new LiquidError(`the tag ${end.text} has nothing to end`);

  return (variables) => render(new Map(Object.entries(variables)));
}

function tokensOf(template: string): readonly Token[] {
  return template
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .filter((part) => part !== '')
    .map((part) => {
      const inside = part.slice(2, -2).replace(/^-|-$/g, '').trim();
      if (part.startsWith('{{')) return { kind: 'output', text: inside };
      if (part.startsWith('{%')) return { kind: 'tag', text: inside };

      return { kind: 'text', text: part };
    });
}

function parseBlock(tokens: Iterator<Token>): Block {
  const parts: Render[] = [];
  const render: Render = (scope) => parts.map((part) => part(scope)).join('');
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'tag' && /^(?:elsif|else|endif)\b/.test(token.text)) {
      return { render, end: token };
    }
    parts.push(parsePart(token, tokens));
  }

  return { render, end: undefined };
}

function parsePart({ kind, text }: Token, tokens: Iterator<Token>): Render {
  if (kind === 'text') return () => text;
  if (kind === 'output') {
    const value = parseExpression(text);

    return (scope) => textOf(value(scope));
  }
  const [, name, rest = ''] = /^(\w+)(.*)$/s.exec(text) ?? [];
  if (name === 'if') return parseIf(rest, tokens);
  if (name === 'assign') return parseAssign(rest);
  throw new LiquidError(`the tag ${name ?? text} is not imitated here`);
}

function parseIf(text: string, tokens: Iterator<Token>): Render {
  const holds = parseCondition(text);
  const { render, end } = parseBlock(tokens);
  const otherwise = parseOtherwise(end, tokens);

  return (scope) => (holds(scope) ? render(scope) : otherwise(scope));
}

function parseOtherwise(end: Token | undefined, tokens: Iterator<Token>): Render {
  if (end === undefined) throw new LiquidError('an if has no endif');
  if (end.text === 'endif') return () => '';
  if (end.text !== 'else') return parseIf(end.text.slice('elsif'.length), tokens);
  const last = parseBlock(tokens);
  if (last.end?.text !== 'endif') throw new LiquidError('an else has no endif');

  return last.render;
}

function parseAssign(text: string): Render {
  const [, name, rest] = /^\s*(\w+)\s*=(.*)$/s.exec(text) ?? [];
  if (name === undefined || rest === undefined) throw new LiquidError(`"${text}" is not read`);
  const value = parseExpression(rest);

  return (scope) => {
    scope.set(name, value(scope));

    return '';
  };
}
