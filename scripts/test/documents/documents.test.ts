import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';

import { commandTable } from './testing/command-table.ts';
import {
  commandsIn,
  documentedCommands,
  documents,
  textOf,
} from './testing/documented-commands.ts';
import { repository } from '../../lib/paths.ts';

describe('commands of the documents', () => {
  it('are found in blocks, in tables and in sentences', () => {
    const markdown = [
      'Call `npm test`, not `npx` alone.\n',
      '| `npm run a -- --b` | x |\n',
      '```sh\nnpm ci \\\n  --c # why\n\ncurl x\n```\n',
      '```json\n"npm no"\n```\n',
    ].join('\n');

    assert.deepEqual(commandsIn(markdown), [
      'npm ci --c',
      'curl x',
      'npm test',
      'npm run a -- --b',
    ]);
  });

  it('are those of scripts/test/documents/testing/command-table.ts, which says how each is tried', () => {
    assert.deepEqual(Object.keys(commandTable).sort(), [...documentedCommands()].sort());
  });
});

describe('links of the documents', () => {
  for (const document of documents()) {
    it(`lead somewhere: ${document}`, () => {
      const text = textOf(document).replaceAll(/```[\s\S]*?```/g, '');
      for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(link)) continue;
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? document : join(dirname(document), path);
        assert.ok(existsSync(join(repository, target)), `${document} links to ${link}`);
        if (anchor !== undefined) {
          assert.ok(anchorsOf(textOf(target)).includes(anchor), `${document} links to ${link}`);
        }
      }
    });
  }
});

describe('files that the documents name', () => {
  const files = globSync(['{src,tenant,scripts,e2e,bench,public,docs,lib,examples}/**/*', '*'], {
    cwd: repository,
    exclude: (path) => path.includes('node_modules'),
  });
  const names = new Set(files.map((file) => basename(file)));

  for (const document of documents()) {
    it(`are there: ${document}`, () => {
      const named = [...textOf(document).matchAll(/`([\w./-]+\.(?:ts|mjs|yaml|scss))`/g)];
      for (const [, file = ''] of named) {
        const isThere = file.includes('/')
          ? files.some((one) => one === file || one.endsWith(`/${file}`))
          : names.has(file);
        assert.ok(isThere, `${document} names ${file}`);
      }
    });
  }
});

describe('the walks of docs/architecture.md', () => {
  const text = textOf('docs/architecture.md');
  const walks = { 'A link': 25, 'An unlink': 20, 'A check': 15 };

  for (const [heading, most] of Object.entries(walks)) {
    it(`are short: ${heading} goes through ${most} files at most`, () => {
      const [, section = ''] = text.split(`### ${heading}\n`);
      const [list = ''] = section.split('```mermaid');
      const files = [...list.matchAll(/^\d+\. `([\w-]+\.ts)`/gm)].map(([, file]) => file);

      assert.ok(files.length > 5 && files.length <= most, `${files.length} files`);
      assert.equal(new Set(files).size, files.length);
    });
  }
});

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
