import { parseDocument } from 'yaml';

import { SeedError } from '../state/checked.ts';

/**
 * The value of a YAML text. Keywords that the Deploy CLI would replace are refused: taken literally
 * they would make a tenant that no real one is like.
 */
export function parseYaml(text: string): unknown {
  text.split('\n').forEach((line, index) => {
    const keyword = /(@@|##)\w+\1/.exec(line)?.[0];
    if (keyword !== undefined) {
      throw new SeedError(
        `line ${index + 1} has the keyword ${keyword}, which nothing replaces here`,
      );
    }
  });
  const document = parseDocument(text);
  const problem = [...document.errors, ...document.warnings][0];
  if (problem !== undefined) throw new SeedError(problem.message.split('\n')[0] ?? 'is not YAML');

  return document.toJS();
}
