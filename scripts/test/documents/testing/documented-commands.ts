import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../../../lib/paths.ts';

/** Where commands are documented, and links lead from. */
export const documents = (): readonly string[] =>
  globSync(['*.md', 'docs/**/*.md', '.github/**/*.md', 'tenant/*.md'], { cwd: repository });

export const textOf = (document: string): string =>
  readFileSync(join(repository, document), 'utf8');

/** Every command that the documents name: the lines of `sh` blocks, and what stands in the text as `npm …`. */
export function documentedCommands(): ReadonlySet<string> {
  return new Set(documents().flatMap((document) => commandsIn(textOf(document))));
}

export function commandsIn(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/^ *```sh\n([\s\S]*?)```/gm)].flatMap(([, block = '']) =>
    block
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .map((line) => line.replace(/\s+# .*$/, '').trim()),
  );
  const text = markdown.replaceAll(/```[\s\S]*?```/g, '');
  const inline = [...text.matchAll(/`((?:npm|npx|node) [^`]+)`/g)].map(
    ([, command = '']) => command,
  );

  return [...blocks, ...inline].filter(Boolean);
}
