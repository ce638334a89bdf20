import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';
import { builtApp } from './paths.ts';
import { preloadStart } from './preloads/preload-start.ts';
import { installed, runNode } from './run-node.ts';

/** Builds the application for production; what the compiler says is shown only when it fails. */
export async function buildApp(): Promise<void> {
  const { exitCode, output } = await runNode([
    installed('@angular/cli/bin/ng.js'),
    'build',
    '--stats-json',
  ]);
  if (exitCode !== 0) throw new CommandError(`The application could not be built.\n${output}`);
  await preloadStart();
}

/** Throws unless the application has been built before. */
export function expectBuiltApp(): void {
  if (existsSync(join(builtApp, 'index.html'))) return;

  throw new CommandError('The application has not been built yet: npm run build');
}
