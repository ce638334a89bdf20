import { parseDocument } from 'yaml';

import { SeedError } from '../protocol/json-reader.ts';
import { isShallow } from '../protocol/json.ts';
import { tenantOriginKeyword } from '../state/config/action.ts';

type Keywords = Readonly<Record<string, string>>;

/** The value of a YAML text, with the Deploy CLI's keywords replaced. */
export function parseYaml(text: string, keywords: Keywords = {}): unknown {
  const document = parseDocument(withKeywords(text, keywords));
  const problem = [...document.errors, ...document.warnings][0];
  if (problem !== undefined) throw new SeedError(problem.message.split('\n')[0] ?? 'is not YAML');

  const value: unknown = document.toJS();
  if (!isShallow(value)) throw new SeedError('it is nested too deeply');

  return value;
}

/**
 * A text with the Deploy CLI's keywords replaced. One that stands for nothing is refused: taken
 * literally it would make a tenant that no real one is like.
 */
export function withKeywords(text: string, keywords: Keywords): string {
  const lines = text.split('\n').map((line, index) =>
    line.replace(/(@@|##)(\w+)\1/g, (keyword, _marks: string, name: string) => {
      const value = keyword === tenantOriginKeyword ? keyword : keywords[name];
      if (value !== undefined) return value;
      throw new SeedError(
        `line ${index + 1} has the keyword ${keyword}, which nothing replaces here`,
      );
    }),
  );

  return lines.join('\n');
}
