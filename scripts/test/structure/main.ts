import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CommandError } from '../../lib/command-error.ts';
import { parseOptions } from '../../lib/options.ts';
import { repository } from '../../lib/paths.ts';
import { runCommand } from '../../lib/run-command.ts';
import { textTable } from '../../lib/text-table.ts';
import { foldersOf, overfull } from './folders.ts';
import { arrowsUp, readImportTable } from './import-table.ts';
import { withPicture } from './picture.ts';
import { readStructure } from './read-structure.ts';

const document = join(repository, 'docs', 'architecture.md');

/** Prints every folder, and fails where the tree is not what docs/architecture.md says. */
await runCommand(async () => {
  const { write } = parseOptions(process.argv.slice(2), { write: { type: 'boolean' } });
  const structure = await readStructure(repository);
  const folders = foldersOf(structure);
  console.log(
    textTable(
      ['Folder', 'Entries', 'Imports in', 'Imports out'],
      folders.map(({ path, ...counts }) => [path, ...Object.values(counts).map(String)]),
    ),
  );

  const allows = await readImportTable();
  const found = [
    ...structure.circles,
    ...arrowsUp(structure.imports, allows),
    ...overfull(folders),
  ];
  const text = readFileSync(document, 'utf8');
  const drawn = withPicture(text, structure.imports);
  if (write === true) writeFileSync(document, drawn);
  else if (drawn !== text) {
    found.push('The picture in docs/architecture.md is not of today: npm run structure -- --write');
  }
  if (found.length > 0) throw new CommandError(found.join('\n'));
});
