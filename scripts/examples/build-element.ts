import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../lib/command-error.ts';
import { repository } from '../lib/paths.ts';
import { installed, runNode } from '../lib/run-node.ts';

/** What a portal without Angular serves from a folder of its own. */
export const builtElement = join(repository, 'dist', 'ligature-element');

/** The one script that a page has; it brings `$localize` before anything that has words. */
const script = "import './polyfills.js';\nimport './main.js';\n";

/** Builds the element `<ligature-account>`. */
export async function buildElement(): Promise<void> {
  const { exitCode, output } = await runNode([
    installed('@angular/cli/bin/ng.js'),
    ...['run', 'ligature:build-element'],
  ]);
  if (exitCode !== 0) throw new CommandError(`The element could not be built.\n${output}`);
  await writeFile(join(builtElement, 'ligature-account.js'), script);
}
