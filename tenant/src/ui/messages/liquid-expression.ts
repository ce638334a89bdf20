import { isObject } from '../../protocol/json.ts';

/** The variables of a message, by name. */
export type Scope = Map<string, unknown>;

type Expression = (scope: Scope) => unknown;
type Filter = (value: unknown, argument: unknown) => unknown;

/** A template says something that is no Liquid, or more of it than is imitated here. */
export class LiquidError extends Error {}

const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['escape', (value) => escapeHtml(textOf(value))],
  ['url_encode', (value) => encodeURIComponent(textOf(value))],
  ['url_decode', (value) => decoded(textOf(value))],
  ['default', (value, other) => (textOf(value) === '' ? other : value)],
  ['split', (value, separator) => textOf(value).split(textOf(separator))],
  ['first', (value) => (Array.isArray(value) ? (value[0] as unknown) : undefined)],
  ['last', (value) => (Array.isArray(value) ? (value.at(-1) as unknown) : undefined)],
]);

/** Reads what stands in `{{ … }}`: a value, and the filters that it goes through. */
export function parseExpression(text: string): Expression {
  const [value = [], ...calls] = groups(lexemesOf(text), '|');
  const start = parseValue(value, text);
  const steps = calls.map((call) => parseFilter(call, text));

  return (scope) => steps.reduce((result, step) => step(result, scope), start(scope));
}

/** Reads what stands after `if`: comparisons, joined by `or` and `and`. */
export function parseCondition(text: string): (scope: Scope) => boolean {
  const choices = groups(lexemesOf(text), 'or').map((words) =>
    groups(words, 'and').map((comparison) => parseComparison(comparison, text)),
  );

  return (scope) => choices.some((all) => all.every((holds) => holds(scope)));
}

/** What a value is in a text; nothing is nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function parseFilter(
  [name = '', colon, ...rest]: readonly string[],
  text: string,
): (value: unknown, scope: Scope) => unknown {
  const filter = filters.get(name);
  if (filter === undefined) throw new LiquidError(`the filter ${name} is not imitated here`);
  const argument = colon === ':' ? parseValue(rest, text) : () => undefined;

  return (value, scope) => filter(value, argument(scope));
}

function parseComparison(words: readonly string[], text: string): (scope: Scope) => boolean {
  const at = words.findIndex((word) => ['==', '!=', 'contains'].includes(word));
  if (at === -1) {
    const value = parseValue(words, text);

    return (scope) => ![undefined, null, false].includes(value(scope) as undefined);
  }
  const left = parseValue(words.slice(0, at), text);
  const right = parseValue(words.slice(at + 1), text);
  switch (words[at]) {
    case '==':
      return (scope) => left(scope) === right(scope);
    case '!=':
      return (scope) => left(scope) !== right(scope);
    default:
      return (scope) => textOf(left(scope)).includes(textOf(right(scope)));
  }
}

function parseValue([word, ...more]: readonly string[], text: string): Expression {
  if (word === undefined || more.length > 0) throw new LiquidError(`"${text.trim()}" is not read`);
  if (/^['"]/.test(word)) return () => word.slice(1, -1);
  if (!/^[a-z_][\w.]*$/i.test(word)) throw new LiquidError(`"${text.trim()}" is not read`);
  const [name = '', ...path] = word.split('.');

  return (scope) =>
    path.reduce<unknown>(
      (value, property) => (isObject(value) ? value[property] : undefined),
      scope.get(name),
    );
}

function lexemesOf(text: string): readonly string[] {
  return text.match(/'[^']*'|"[^"]*"|==|!=|[\w.]+|\S/g) ?? [];
}

function groups(words: readonly string[], separator: string): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  for (const word of words) {
    if (word === separator) found.push([]);
    else found.at(-1)?.push(word);
  }

  return found;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** What is no encoding stays as it is, as in Liquid: anybody's address may hold a per cent sign. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
