import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';
import { builtApp } from './paths.ts';
import { preloadStart } from './preload-start.ts';
import { exitOf, installed, runNode, spawnNode } from './run-node.ts';

const build = [installed('@angular/cli/bin/ng.js'), 'build', '--stats-json'];

/** Builds the application for production; what the compiler says is shown only when it fails. */
export async function buildApp(): Promise<void> {
  const { exitCode, output } = await runNode(build);
  if (exitCode !== 0) throw new CommandError(`The application could not be built.\n${output}`);
  await preloadStart();
}

/** Builds the application, and shows what the compiler says while it says it. */
export async function buildAppAloud(): Promise<void> {
  const exitCode = await exitOf(spawnNode(build, 'inherit'));
  if (exitCode !== 0) throw new CommandError('The application could not be built.');
  await preloadStart();
}

/** Throws unless the application has been built before. */
export function expectBuiltApp(): void {
  if (existsSync(join(builtApp, 'index.html'))) return;

  throw new CommandError('The application has not been built yet: npm run build');
}
